import { namesAPatient } from "#domain/detector/screen";
import { isTombstone } from "#domain/ledger";
import { append } from "./append.ts";
import { blank } from "./blank.ts";
import { eventAt } from "./event-rows.ts";
import type { Actor } from "./register-hook.ts";
import { scrub } from "./scrub.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** Longest ground of an erasure, in characters: as the schema of `event.erase` has it. */
const longestGround = 500;

/**
 * Blanks one event for a ground, and records who ordered it and why. Call it outside a transaction: what is left of the
 * event in the database file goes only after the commit.
 *
 * @param ground - 1 to 500 characters; it stays for good, and so may name no patient.
 * @param hidden - Traces of the cases that the actor may not see: what is done there is not theirs to erase.
 * @returns Seq of the `event.erase`.
 * @throws {BadRequestError} That names the field: an unknown seq, an order, what is blanked already, an unfit ground.
 */
export function eraseEvent(
  app: pb.App,
  seq: number,
  ground: string,
  actor: Actor,
  hidden: readonly string[],
): number {
  if (app.isTransactional()) throw new Error("eraseEvent must run outside a transaction");
  const reason = ground.trim();
  if (reason === "") throw refused("ground", "required", "Say why this event is erased.");
  if (reason.length > longestGround)
    throw refused("ground", "too-long", `At most ${longestGround} characters.`);
  if (namesAPatient(reason))
    throw refused("ground", "names-a-patient", "The ground stays for good: name no patient in it.");

  const order = inLedgerTransaction(app, (tx) => {
    const event = eventAt(tx, seq);
    if (!event || hidden.includes(event.trace)) throw refused("seq", "unknown", "There is no such event.");
    if (event.kind.startsWith("event."))
      throw refused("seq", "order", "An order to erase is never erased itself.");
    if (isTombstone(event)) throw refused("seq", "blanked", "This event is erased or expired already.");
    const [placed] = append(tx, [
      { ...actor, kind: "event.erase", detail: { v: 1, seqs: [[seq, seq]], ground: reason } },
    ]);
    const orderedBy = placed?.seq ?? 0;
    blank(tx, [seq], orderedBy);
    return orderedBy;
  });
  scrub(app);
  return order;
}

function refused(field: string, code: string, message: string): BadRequestError {
  return new BadRequestError(message, { [field]: new ValidationError(code, message) });
}
