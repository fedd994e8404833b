import { setUpBody } from "#domain/api";
import { clinicId } from "#domain/clinic/clinic";
import { fitsNation } from "#domain/law/regulators";
import { version } from "../../../package.json";
import { newId } from "../base/new-id.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { isTimeZone } from "../base/time-zone.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { inspectorOf } from "../clinic/four-answers.ts";
import { saveAct } from "../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { enrolPerson } from "./enrolling.ts";
import { linkSecret, liveLink, spendLink } from "./links.ts";
import { requireGoodPassword } from "./passwords.ts";

/** Whether there is a clinic yet, for the page that decides between set-up and sign-in. */
export function state(e: pb.RequestEvent): void {
  e.json(200, { setUp: clinicOf(e.app) !== undefined, version });
}

/** Makes the clinic and its lead, once: all of it in one transaction, or nothing. */
export function setUp(e: pb.RequestEvent): void {
  const { token, clinic, name, email, password, code } = bodyOf(e, setUpBody);
  const link = liveLink(e.app, token);
  if (link.kind !== "setup")
    throw new NotFoundError("This link is for a person, not for setting up a clinic.");
  if (!isTimeZone(clinic.timeZone))
    refuse("clinic.timeZone", "invalid_value", "Nobody knows this time zone.");
  if (!fitsNation(clinic.careRegulator, clinic.nation))
    refuse("clinic.careRegulator", "another-nation", "This one does not inspect care there.");
  requireGoodPassword(password, [name, email, clinic.name]);

  const recoveryCodes = inLedgerTransaction(e.app, (tx) => {
    if (clinicOf(tx)) throw new ForbiddenError("The clinic is set up already.");
    const lead = new Record(tx.findCollectionByNameOrId("users"));
    lead.set("id", newId());
    lead.set("email", email);
    lead.set("emailVisibility", true);
    lead.set("verified", true);
    lead.set("name", name);
    lead.set("role", "dpo");
    lead.set("active", true);
    const codes = enrolPerson(lead, linkSecret(tx, link), password, code);
    spendLink(tx, link);
    saveAct(tx, lead, "set-up", { user: lead.id });

    const row = new Record(tx.findCollectionByNameOrId("clinic"), {
      ...clinic,
      id: clinicId,
      regulator: inspectorOf(clinic.careRegulator),
      lead: lead.id,
      approvedDomains: [],
      approvedSystem: "Cliniko",
      mailOverride: true,
      sites: [],
      version: 1,
    });
    saveAct(tx, row, "set-up", { user: lead.id });
    return codes;
  });
  e.json(200, { recoveryCodes });
}
