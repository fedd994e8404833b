import { type ActData, type Action, actBody, acts } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { whyNot } from "#domain/may-act";
import { type Caller, caller } from "../base/caller.ts";
import { bodyOf, parsed, refuse, type Schema } from "../base/refusal.ts";
import { inLedgerTransaction } from "../ledger/transaction.ts";
import { closeConnections, connectionsOf } from "../people/sessions.ts";
import { clinicActs } from "../registers/clinic/acts.ts";
import { askErasure } from "../registers/events/ask.ts";
import { confirmErasure, keepEvent } from "../registers/events/decide.ts";
import { registerActs } from "../registers/incidents/acts/index.ts";
import { browserActs } from "../registers/people/browsers.ts";
import { userActs } from "../registers/people/users.ts";
import { reviewActs } from "../registers/reviews/acts/index.ts";
import { signReview } from "../registers/reviews/sign.ts";
import { changedBy, conflictSentence } from "./changed-by.ts";
import { Conflict } from "./row.ts";

/** One act, run in its transaction. `id` and `version` are there as `domain/acts.ts` says. */
export interface Doing<A extends Action> {
  readonly tx: pb.App;
  readonly actor: Caller;
  readonly id: string;
  readonly version: number;
  readonly data: ActData<A>;
}

export type Handlers<Family extends string> = {
  readonly [A in Extract<Action, `${Family}.${string}`>]: (doing: Doing<A>) => ActAnswer;
};

const handlers = {
  ...userActs,
  ...browserActs,
  ...clinicActs,
  ...registerActs,
  ...reviewActs,
  "events.keep": ({ tx, ...asked }: Doing<"events.keep">) => keepEvent(tx, asked),
};

/** What somebody asks to be done, as the body of `POST /act` says it. */
export interface Asked {
  readonly action: Action;
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly data?: unknown;
}

/** `POST /act`: one act is one transaction and one event; a stale `version` is answered with the row as it is now, and who changed it. */
export function act(e: pb.RequestEvent): void {
  const actor = caller(e);
  const body = bodyOf(e, actBody);
  // Ending a sign-in changes the key by which its open connections are known, so they are looked up before.
  const open = endsSessions.includes(body.action) ? connectionsOf(e.app, [body.id ?? ""]) : [];
  try {
    const answer = perform(e.app, actor, body);
    closeConnections(e.app, open);
    e.json(200, answer);
  } catch (thrown) {
    if (!(thrown instanceof Conflict)) throw thrown;
    const changes = changedBy(e.app, thrown);
    e.json(409, {
      status: 409,
      message: conflictSentence(changes),
      data: {},
      current: thrown.current,
      changedBy: changes,
    });
  }
}

/**
 * Does what somebody asks, if they may.
 *
 * @throws {ForbiddenError} {BadRequestError} {NotFoundError} {Conflict}
 */
export function perform(app: pb.App, actor: Caller, { action, id, version, data }: Asked): ActAnswer {
  const refusal = whyNot(actor, action);
  if (refusal) throw new ForbiddenError(refusal);
  requireRow(action, id, version);
  const schema: Schema<unknown> = acts[action].data;
  const fit = parsed(data ?? {}, schema, "data") as ActData<Action>;
  return done(app, action, { actor, id: id ?? "", version: version ?? 0, data: fit });
}

/**
 * Some open their own transaction: erasing, since what is left in the database file goes only after the commit, and
 * signing, since a wrong code stays booked.
 */
function done(app: pb.App, action: Action, asked: Omit<Doing<Action>, "tx">): ActAnswer {
  if (action === "events.erase") return askErasure(app, asked.actor, asked.data as ActData<"events.erase">);
  if (action === "events.confirm") return confirmErasure(app, { ...asked, data: {} });
  if (action === "reviews.sign")
    return signReview(app, { ...asked, data: asked.data as ActData<"reviews.sign"> });
  const run = handlers[action] as (doing: Doing<Action>) => ActAnswer;
  return inLedgerTransaction(app, (tx) => run({ ...asked, tx }));
}

const endsSessions: readonly Action[] = [
  "users.deactivate",
  "users.endSessions",
  "users.reenrol",
  "users.change",
];

function requireRow(action: Action, id: string | undefined, version: number | undefined): void {
  const { on } = acts[action];
  const wanted = on === "row" || (on === "either" && id !== undefined);
  if (wanted && id === undefined) refuse("id", "missing", "Say which row.");
  if (wanted && version === undefined) refuse("version", "missing", "Say which version of the row you saw.");
  if (!wanted && on === "new" && id !== undefined) refuse("id", "not-asked", "This act makes a new row.");
}
