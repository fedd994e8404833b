import type { ActData } from "#domain/acts";
import type { ActAnswer } from "#domain/api";
import { namesAPatient } from "#domain/detector/screen";
import { whyKept, whyNotOneself } from "#domain/ledger/erasure";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveAct, saveFor } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { scrub } from "../../ledger/expiry/scrub.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { reads } from "../incidents/case-facts.ts";
import { casesOn, isAbout, selvesOf } from "./about.ts";
import { hasLapsed } from "./lapsed.ts";
import { eraseEvent, liveEvent } from "./order.ts";
import { secondPeople } from "./second-person.ts";

/**
 * The lead asks for an erasure. It waits for a second person; where the clinic has nobody who could be that, the lead
 * erases alone and says why it can't wait, which the next review has to note. Call it outside a transaction.
 *
 * @returns The row of the request; with `seq` of the `event.erase` where it is done.
 * @throws {BadRequestError} That names the field: an unknown event, one of a kind that is kept, one about the lead.
 */
export function askErasure(app: pb.App, actor: Caller, data: ActData<"events.erase">): ActAnswer {
  if (app.isTransactional()) throw new Error("askErasure must run outside a transaction");
  for (const field of ["ground", "alone"] as const)
    if (namesAPatient(data[field] ?? ""))
      refuse(`data.${field}`, "names-a-patient", "This stays for good: name no patient in it.");
  const answer = inLedgerTransaction(app, (tx) => asked(tx, actor, data));
  if (answer.seq !== undefined) scrub(app);
  return answer;
}

function asked(tx: pb.App, actor: Caller, { seq, ground, alone = "" }: ActData<"events.erase">): ActAnswer {
  const event = liveEvent(tx, seq, hiddenFrom(tx, actor));
  const kept = whyKept(event.kind);
  if (kept) refuse("seq", "kept", kept);
  const cases = casesOn(tx, event);
  const known = cases.filter((one) => reads(tx, actor, one));
  // A case that is not theirs to see may not be given away by a refusal: whoever reads it is asked instead.
  if (isAbout(tx, event, selvesOf(tx, actor.id), known)) refuse("seq", "oneself", whyNotOneself);
  endLapsed(tx, seq);
  const { all } = secondPeople(tx, event, actor.id);
  const nobody = all.length === 0 && known.length === cases.length;
  if (nobody && alone === "")
    refuse(
      "data.alone",
      "alone",
      "Nobody else here can confirm it: say why it can’t wait for a second person.",
    );
  if (!nobody && alone !== "") refuse("data.alone", "second", "Somebody else can confirm it.");
  const row = newRecord(tx, "erasures", {
    id: newId(),
    event: seq,
    ground,
    alone,
    askedBy: actor.id,
    askedAt: stored(now()),
    state: "asked",
    version: 1,
  });
  if (!nobody) {
    saveAct(tx, row, "ask", { user: actor.id });
    return { id: row.id, version: 1 };
  }
  const orderedBy = eraseEvent(tx, seq, ground, actor.id);
  row.set("state", "done");
  row.set("decidedBy", actor.id);
  row.set("decidedAt", stored(now()));
  row.set("orderedBy", orderedBy);
  saveAct(tx, row, "erase-alone", { user: actor.id });
  return { id: row.id, version: 1, seq: orderedBy };
}

/** One request an event: one that ran out makes room, one that waits does not. */
function endLapsed(tx: pb.App, seq: number): void {
  const [row] = tx.findRecordsByFilter("erasures", "event = {:seq} && state = 'asked'", "", 1, 0, { seq });
  if (!row) return;
  if (!hasLapsed(row)) refuse("seq", "asked", "This is asked for already, and waits for a second person.");
  row.set("state", "lapsed");
  row.set("version", row.getInt("version") + 1);
  saveFor(tx, row, { user: "" });
}
