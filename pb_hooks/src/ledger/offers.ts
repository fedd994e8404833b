import type { SaidBeside } from "#domain/registers/objections/objection";
import type { Caller } from "../base/caller.ts";

/** What the registers do for the ledger, which knows none of them. */
export interface Offers {
  /** Traces of the events that this person may not see. */
  hides(app: pb.App, person: Caller): readonly string[];
  /** Those of these traces that are not everybody's to see. */
  guards(app: pb.App, traces: readonly string[]): readonly string[];
  /** After a browser's mail events came, in the transaction that stores them; `fresh` are the seqs just stored. */
  stored(tx: pb.App, traces: readonly string[], fresh: ReadonlySet<number>): void;
  /** What the people whose events these are said about them, by event. */
  said(app: pb.App, events: readonly string[]): ReadonlyMap<string, readonly SaidBeside[]>;
}

let offered: Offers | undefined;

/** Said once, where the server is put together. */
export function offerToLedger(offers: Offers): void {
  offered = offers;
}

/** @throws {Error} If nothing was offered: a log that hides nothing must not be read. */
function offers(): Offers {
  if (!offered) throw new Error("the registers have offered nothing to the ledger");
  return offered;
}

export const hiddenFrom = (app: pb.App, person: Caller): readonly string[] => offers().hides(app, person);

export const guardedAmong = (app: pb.App, traces: readonly string[]): readonly string[] =>
  offers().guards(app, traces);

export const saidAbout = (
  app: pb.App,
  events: readonly string[],
): ReadonlyMap<string, readonly SaidBeside[]> => offers().said(app, events);

export const tellStored = (tx: pb.App, traces: readonly string[], fresh: ReadonlySet<number>): void =>
  offers().stored(tx, traces, fresh);
