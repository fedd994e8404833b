import { acts } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { namesAPatient } from "#domain/detector/screen";
import { isTombstone } from "#domain/ledger/ledger";
import { isFrom } from "#domain/registers/register";
import type { Asking } from "../../acts/doing.ts";
import { Conflict, saveRow } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { eventAt } from "../../ledger/chain/event-rows.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { scrub } from "../../ledger/expiry/scrub.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { casesOn, isAbout, selvesOf } from "./about.ts";
import { hasLapsed } from "./lapsed.ts";
import { eraseEvent, liveEvent } from "./order.ts";
import { secondPeople } from "./second-person.ts";

/**
 * A second person confirms: the event is erased. Call it outside a transaction. Everything is asked anew, as it is now:
 * whose event it is, who may confirm, and whether the one who asked is still a lead.
 *
 * @throws {NotFoundError} Where it is decided meanwhile, and for whoever may not know of the request.
 */
export function confirmErasure(app: pb.App, { actor, id, version }: Asking<"events.confirm">): ActAnswer {
  if (app.isTransactional()) throw new Error("confirmErasure must run outside a transaction");
  const answer = inLedgerTransaction(app, (tx) => {
    const row = requestFor(tx, actor, "events.confirm", id, version);
    const asker = row.getString("askedBy");
    if (asker === actor.id) throw new ForbiddenError("You asked for it: somebody else confirms it.");
    const event = liveEvent(tx, row.getInt("event"), hiddenFrom(tx, actor));
    const lead = "id = {:asker} && active = true && role = 'dpo'";
    if (tx.findRecordsByFilter("users", lead, "", 1, 0, { asker }).length === 0)
      refuse("id", "asker", "Whoever asked for it is no lead any more.");
    if (isAbout(tx, event, selvesOf(tx, asker), casesOn(tx, event)))
      refuse("id", "oneself", "It is about the one who asked for it: it stays.");
    const orderedBy = eraseEvent(tx, event.seq, row.getString("ground"), actor.id);
    row.set("orderedBy", orderedBy);
    return { ...decided(tx, row, actor, "done", "confirm"), seq: orderedBy };
  });
  scrub(app);
  return answer;
}

/** The event stays: whoever asked takes it back, or a second person says no. */
export function keepEvent(tx: pb.App, { actor, id, version, data }: Asking<"events.keep">): ActAnswer {
  if (namesAPatient(data.reason))
    refuse("data.reason", "names-a-patient", "This stays for good: name no patient.");
  const row = requestFor(tx, actor, "events.keep", id, version);
  row.set("reason", data.reason);
  const mine = row.getString("askedBy") === actor.id;
  if (!mine && data.reason === "") refuse("data.reason", "missing", "Say why it stays.");
  return mine
    ? decided(tx, row, actor, "withdrawn", "withdraw")
    : decided(tx, row, actor, "declined", "decline");
}

/** Whether somebody may know of a request: who asked, and while it waits who may confirm it. */
export function mayKnow(tx: pb.App, person: Caller, row: pb.Record): boolean {
  const asker = row.getString("askedBy");
  if (asker === person.id) return true;
  if (row.getString("state") !== "asked") return false;
  const event = eventAt(tx, row.getInt("event"));
  return (
    event !== undefined &&
    !isTombstone(event) &&
    !hiddenFrom(tx, person).includes(event.trace) &&
    secondPeople(tx, event, asker).told.includes(person.id)
  );
}

/** A row that waits, as whoever decides saw it. To whoever may not know of it it looks as one that is decided. */
function requestFor(
  tx: pb.App,
  actor: Caller,
  action: "events.confirm" | "events.keep",
  id: string,
  version: number,
): pb.Record {
  const [row] = tx.findRecordsByFilter("erasures", "id = {:id}", "", 1, 0, { id });
  if (!row || !mayKnow(tx, actor, row))
    throw new NotFoundError("This is decided already, or is not yours to decide.");
  if (row.getInt("version") !== version) throw new Conflict(row, version);
  if (!isFrom(acts[action], row.getString("state"))) refuse("id", "decided", "This is decided already.");
  if (hasLapsed(row)) refuse("id", "lapsed", "This was not confirmed in time. It can be asked for anew.");
  return row;
}

function decided(
  tx: pb.App,
  row: pb.Record,
  actor: Caller,
  state: "done" | "withdrawn" | "declined",
  action: string,
): ActAnswer {
  row.set("state", state);
  row.set("decidedBy", actor.id);
  row.set("decidedAt", stored(now()));
  return saveRow(tx, row, action, actor);
}
