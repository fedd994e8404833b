import { passesLeadOn } from "#domain/may-act";
import { asActor } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";

/** @throws {BadRequestError} If this is not who names another lead. */
export function requirePassesOn(tx: pb.App, clinic: pb.Record, actor: Caller): void {
  const here = "role = 'dpo' && active = true && enrolled = true";
  const leads = tx.findRecordsByFilter("users", here, "", 0, 0).map(({ id }) => id);
  const named = { lead: clinic.getString("lead"), deputyLead: clinic.getString("deputyLead") };
  const only = passesLeadOn(named, leads);
  if (only !== undefined && only !== actor.id) {
    refuse("data.lead", "not-yours", "Only whoever this is now can pass it on.");
  }
}

/**
 * Before a link is made that opens a person's account to whoever holds it: the lead's opens the confidential cases.
 *
 * @throws {BadRequestError} If this is the lead, whose link is made where the server runs.
 */
export function requireNotLead(tx: pb.App, id: string): void {
  if (clinicOf(tx)?.getString("lead") === id) {
    refuse("id", "is-lead", "Whoever runs the server makes the lead’s link in the terminal (reenrol).");
  }
}

/**
 * Before a person stops being one who can answer for the clinic: whatever names this person is emptied, so that the
 * notice and the extension never name somebody who has left.
 *
 * @throws {BadRequestError} If this is the lead: nobody else takes that.
 */
export function leaveOffices(tx: pb.App, id: string, actor: Caller): void {
  const clinic = clinicOf(tx);
  if (clinic?.getString("lead") === id) {
    const gone =
      "Where the lead is gone, whoever runs the server makes a new sign-in for them in the terminal (reenrol), which is on the record.";
    refuse("id", "is-lead", `Pass on the lead first, in the settings. ${gone}`);
  }
  const held = ["deputyLead", "controller", "duty", "deputy"].filter(
    (field) => clinic?.getString(field) === id,
  );
  if (!clinic || held.length === 0) return;
  for (const field of held) clinic.set(field, "");
  clinic.set("version", clinic.getInt("version") + 1);
  saveFor(tx, clinic, asActor(actor));
}
