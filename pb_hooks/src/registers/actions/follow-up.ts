import { daysAfter } from "#domain/law/working-days";
import type { PolicyNumber } from "#domain/policy";
import { rightsPolicy } from "#domain/policy-of-rights";
import { type Receiver, receivers } from "#domain/registers/disclosures/disclosure";
import type { Caller } from "../../base/caller.ts";
import { nowMs } from "../../base/clock.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { giveAction } from "./give.ts";

/** What a decision about one record leads to. */
export interface Following {
  readonly register: "consents" | "requests";
  readonly subject: string;
  /** Who does it; '' leaves it to the lead. */
  readonly owner: string;
}

/** Gives it in the transaction of the act, unless the same waits already. */
export function giveOnce(
  tx: pb.App,
  by: Caller,
  { register, subject, owner }: Following,
  text: string,
  within: PolicyNumber,
): void {
  const select = `SELECT id FROM actions WHERE register = {:register} AND subject = {:subject} AND text = {:text}
    AND doneAt = '' AND cancelledAt = ''`;
  if (rowsOf(tx, ["id"], select, { register, subject, text }).length > 0) return;
  const due = daysAfter(clinicTime(tx).date(nowMs()), within.amount);
  giveAction(tx, by, { register, subject, text, owner: owner || leadOf(tx) || by.id, due });
}

interface Recipient {
  readonly receiver: Receiver;
  readonly organisation: string;
  readonly day: string;
}

/** Recipients that are told of one decision. */
const mostRecipients = 100;

/** Whoever was given something of this record, by the register of disclosures: once each, with the last day. */
function recipientsOf(tx: pb.App, system: string, recordRef: string): Recipient[] {
  const select = `SELECT receiver, organisation, max(day) AS day FROM disclosures
    WHERE recordRef = {:recordRef} AND recordRef <> '' AND system = {:system} AND outcome = 'given' AND takenBackAt = ''
      AND receiver <> 'subject' GROUP BY receiver, organisation ORDER BY day DESC LIMIT {:limit}`;
  const params = { system, recordRef, limit: mostRecipients };
  return objectsOf<Recipient>(tx, ["receiver", "organisation", "day"], select, params);
}

/**
 * An action a recipient, to tell them (UK GDPR Art 19).
 *
 * @param what - "that its use is restricted".
 */
export function tellRecipients(
  tx: pb.App,
  by: Caller,
  following: Following & { readonly system: string; readonly recordRef: string },
  what: string,
): void {
  for (const { receiver, organisation, day } of recipientsOf(tx, following.system, following.recordRef)) {
    const who = organisation === "" ? receivers[receiver] : organisation;
    const text = `Tell ${who}, who had something of this record on ${day}, ${what}`;
    giveOnce(tx, by, following, text, rightsPolicy.recipientsToldWithin);
  }
}
