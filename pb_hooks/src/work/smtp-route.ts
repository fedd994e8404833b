import { clinicId } from "#domain/clinic/clinic";
import { smtpBody } from "#domain/clinic/smtp";
import { type Caller, caller } from "../base/caller.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { append } from "../ledger/chain/append.ts";
import { hiddenFrom } from "../ledger/offers.ts";
import { mailFault } from "./mail-fault.ts";
import { mailsFailing, sendMail } from "./reminder-mail.ts";

/** `GET /smtp`: how the server sends mail, without the password. */
export function readSmtp(e: pb.RequestEvent): void {
  const lead = caller(e, ["dpo"]);
  e.json(200, answer(e.app, lead));
}

/** `POST /smtp`: sets it. A password left out stays as it is, for the server that it is for; an empty one is none. */
export function setSmtp(e: pb.RequestEvent): void {
  const lead = caller(e, ["dpo"]);
  const body = bodyOf(e, smtpBody);
  const settings = e.app.settings();
  const { smtp, meta } = settings;
  const another = smtp.host !== body.host || smtp.port !== body.port || (smtp.tls && !body.tls);
  if (another && smtp.password !== "" && body.password === undefined) {
    refuse(
      "password",
      "missing",
      "The password kept is for another mail server: enter the one for this, or forget it.",
    );
  }
  smtp.enabled = body.enabled;
  smtp.host = body.host;
  smtp.port = body.port;
  smtp.username = body.username;
  if (body.password !== undefined) smtp.password = body.password;
  smtp.tls = body.tls;
  meta.senderAddress = body.from;
  meta.senderName = "Chaperone";
  try {
    e.app.save(settings);
  } catch {
    refuse("host", "invalid_format", "The server can’t use these settings. Look at host, port and sender.");
  }
  append(e.app, [
    { kind: "clinic.act", user: lead.id, detail: { v: 1, id: clinicId, action: "mail-server" } },
  ]);
  e.json(200, answer(e.app, lead));
}

/** `POST /smtp/test`: a mail to the lead's own address, now. */
export function testSmtp(e: pb.RequestEvent): void {
  const lead = caller(e, ["dpo"]);
  if (!e.app.settings().smtp.enabled) refuse("enabled", "off", "Switch mail on first.");
  const address = e.app.findRecordById("users", lead.id).email();
  try {
    sendMail(e.app, address, "Chaperone can send mail", "This is the test that you asked for.\n");
  } catch (thrown) {
    const { field, code, says } = mailFault(String(thrown));
    refuse(field, code, says);
  }
  e.json(200, { sentTo: address });
}

function answer(app: pb.App, person: Caller) {
  const { smtp, meta } = app.settings();
  // Until somebody sets it, PocketBase has an example there.
  const unset = !smtp.enabled && smtp.host === "smtp.example.com";
  return {
    enabled: smtp.enabled,
    host: unset ? "" : smtp.host,
    port: smtp.port,
    username: smtp.username,
    hasPassword: smtp.password !== "",
    tls: smtp.tls,
    from: unset ? "" : meta.senderAddress,
    failing: mailsFailing(app, hiddenFrom(app, person)),
  };
}
