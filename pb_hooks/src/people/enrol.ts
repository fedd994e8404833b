import { enrolBody, enrolStartBody } from "#domain/api";
import { bodyOf } from "../base/refusal.ts";
import { clinicOf } from "../clinic/clinic.ts";
import { saveAct } from "../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import { authenticatorUri } from "./authenticator.ts";
import { enrolPerson } from "./enrolling.ts";
import { forgetBrowsersOf } from "./known-browsers.ts";
import { type LiveLink, linkSecret, liveLink, spendLink } from "./links.ts";
import { requireGoodPassword } from "./passwords.ts";
import { closeConnections, connectionsOf } from "./sessions.ts";

/** Shows whoever holds a live link what the link is for, and the authenticator secret that goes with it. */
export function enrolStart(e: pb.RequestEvent): void {
  const link = liveLink(e.app, bodyOf(e, enrolStartBody).token);
  const person = personOf(e.app, link);
  const name = person?.getString("name") ?? "";
  const email = person?.email() ?? "";
  const secret = linkSecret(e.app, link);
  const issuer = clinicOf(e.app)?.getString("name") ?? "Chaperone";
  e.json(200, {
    kind: link.kind,
    name,
    email,
    role: person?.getString("role") ?? "dpo",
    secret,
    uri: authenticatorUri(secret, issuer, email || "lead"),
  });
}

/** Password and authenticator for somebody invited, or anew for somebody who lost the phone. */
export function enrol(e: pb.RequestEvent): void {
  const { token, password, code } = bodyOf(e, enrolBody);
  const link = liveLink(e.app, token);
  const person = personOf(e.app, link);
  if (!person) throw new NotFoundError("This link sets up a clinic, not a person.");
  const clinic = clinicOf(e.app)?.getString("name") ?? "";
  requireGoodPassword(password, [person.getString("name"), person.email(), clinic]);

  const open = connectionsOf(e.app, [person.id]);
  const recoveryCodes = inLedgerTransaction(e.app, (tx) => {
    const row = tx.findRecordById("users", person.id);
    const codes = enrolPerson(row, linkSecret(tx, link), password, code);
    spendLink(tx, link);
    forgetBrowsersOf(tx, row.id);
    saveAct(tx, row, link.kind === "reenrol" ? "re-enrolled" : "enrolled", { user: row.id });
    return codes;
  });
  closeConnections(e.app, open);
  e.json(200, { recoveryCodes });
}

function personOf(app: pb.App, link: LiveLink): pb.Record | undefined {
  if (link.kind === "setup") return undefined;
  const person = app.findRecordById("users", link.user);
  if (!person.getBool("active"))
    throw new NotFoundError("This link has been used or has run out. Ask for a new one.");
  return person;
}
