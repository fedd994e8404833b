import type { Caller } from "../../ledger/caller.ts";
import { saveFor } from "../../ledger/register-hook.ts";
import { clinicOf } from "../clinic.ts";
import { refuse } from "../refusal.ts";
import { asActor } from "./row.ts";

/**
 * Before a person stops being one who can answer for the clinic: there must be another lead, and whatever names this
 * person as lead or deputy is passed on, so that the notice and the extension never name somebody who has left.
 *
 * @throws {BadRequestError} If this is the last lead.
 */
export function passLeadOn(tx: pb.App, id: string, actor: Caller): void {
  const leads = tx.findRecordsByFilter(
    "users",
    "role = 'dpo' && active = true && enrolled = true",
    "created",
    0,
    0,
  );
  const others = leads.filter((one) => one.id !== id);
  if (others.length === 0) refuse("id", "last-lead", "This is the last lead. Make somebody else lead first.");
  const clinic = clinicOf(tx);
  if (!clinic) return;
  const isLead = clinic.getString("lead") === id;
  const isDeputy = clinic.getString("deputyLead") === id;
  const duties = ["controller", "duty", "deputy"].filter((field) => clinic.getString(field) === id);
  if (!isLead && !isDeputy && duties.length === 0) return;
  for (const field of duties) clinic.set(field, "");
  const next = others.find((one) => one.id === actor.id) ?? others[0];
  if (isLead && next) clinic.set("lead", next.id);
  // A report about the lead goes to the deputy lead, who is another.
  if (isDeputy || clinic.getString("deputyLead") === clinic.getString("lead")) clinic.set("deputyLead", "");
  clinic.set("version", clinic.getInt("version") + 1);
  saveFor(tx, clinic, asActor(actor));
}
