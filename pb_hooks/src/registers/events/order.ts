import type { EventRow } from "#domain/ledger/ledger";
import { isTombstone } from "#domain/ledger/ledger";
import { refuse } from "../../base/refusal.ts";
import { append } from "../../ledger/chain/append.ts";
import { eventAt } from "../../ledger/chain/event-rows.ts";
import { blank } from "../../ledger/expiry/blank.ts";

/** The event, as long as there is something of it to erase. */
export function liveEvent(tx: pb.App, seq: number, hidden: readonly string[]): EventRow {
  const event = eventAt(tx, seq);
  if (!event || hidden.includes(event.trace)) refuse("seq", "unknown", "There is no such event.");
  if (isTombstone(event)) refuse("seq", "blanked", "This event is erased or expired already.");
  return event;
}

/**
 * Blanks one event, and records in whose session and for what ground. What is left of it in the database file goes only
 * after the commit (`scrub`).
 *
 * @returns Seq of the `event.erase`.
 */
export function eraseEvent(tx: pb.App, seq: number, ground: string, user: string): number {
  const [placed] = append(tx, [{ kind: "event.erase", user, detail: { v: 1, seqs: [[seq, seq]], ground } }]);
  const orderedBy = placed?.seq ?? 0;
  blank(tx, [seq], orderedBy);
  return orderedBy;
}
