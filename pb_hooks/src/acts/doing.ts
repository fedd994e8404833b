import type { ActData, Action } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import type { Caller } from "../base/caller.ts";

/** One act, run in its transaction. `id` and `version` are there as `domain/acts.ts` says. */
export interface Doing<A extends Action> {
  readonly tx: pb.App;
  readonly actor: Caller;
  readonly id: string;
  readonly version: number;
  readonly data: ActData<A>;
}

/** The same before there is a transaction. */
export type Asking<A extends Action> = Omit<Doing<A>, "tx">;

/** An act that opens its own transaction: something of it has to stand, or be done, outside of one. */
export interface OpensItsOwn<A extends Action> {
  readonly opens: (app: pb.App, asking: Asking<A>) => ActAnswer;
}

export type Handler<A extends Action> = ((doing: Doing<A>) => ActAnswer) | OpensItsOwn<A>;

/** Handlers of these acts and no others, each in the transaction of its act. */
export type ActsOf<A extends Action> = { readonly [K in A]: (doing: Doing<K>) => ActAnswer };

/** Handlers of every act of a family. */
export type Handlers<Family extends string> = ActsOf<Extract<Action, `${Family}.${string}`>>;
