import { type Answer, act, ask } from "../server/people/clinic.ts";
import { behindTheBack, rowsIn } from "../server/people/database.ts";
import { oneDrawn } from "../server/registers/audits/drawn.ts";
import { fillCctv } from "../server/registers/cctv/rows.ts";
import { newDecision, newSuppression } from "../server/registers/consent/rows.ts";
import { newShare } from "../server/registers/disclosures/rows.ts";
import { sendFile } from "../server/registers/files/send-file.ts";
import { newDisclosure, newHold } from "../server/registers/holds/rows.ts";
import { putIn } from "../server/registers/policy-map/made-policy.ts";
import { newCheck, newProject } from "../server/registers/projects/rows.ts";
import { askedRelease, newRelease } from "../server/registers/releases/rows.ts";
import { enter, newRequest } from "../server/registers/requests/entries.ts";
import { newSent } from "../server/registers/requests/sent-row.ts";
import { bringList } from "../server/registers/retention/bring-list.ts";
import { checkOf, ofHost } from "../server/registers/suppliers/entries.ts";
import { clinicDay } from "../support/clinic-time.ts";
import { readReport } from "../support/server/read-report.ts";
import type { TestServer } from "../support/server/server.ts";

interface Person {
  readonly id: string;
  readonly token: string;
}

/** An ordinary incident with a row of everything that belongs to one: a rule that hides nothing proves nothing. */
export async function fillIncidents(
  server: TestServer,
  people: {
    readonly lead: Person;
    readonly manager: Person;
    readonly staff: Person;
    readonly auditor: Person;
  },
): Promise<string> {
  const { lead, manager, staff, auditor } = people;
  const noticedAt = new Date().toISOString();
  const made = await ask(server, "POST /api/chaperone/report", {
    token: staff.token,
    body: { kind: "other", noticedAt, text: "A letter lay on the desk.", confidential: false },
  });
  const id: string = made.body.id;
  const on = (who: Person, action: string, data: object) =>
    act(server, who.token, `breaches.${action}`, data, { id, version: version(server, id) });
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const answers = [
    made,
    await on(manager, "addPeople", {
      people: [{ recordRef: "1", system: "cliniko:harbour.uk2", toBeTold: true }],
    }),
    await on(manager, "account", { user: staff.id, system: "mail" }),
    await on(lead, "grant", { user: auditor.id, until: soon, reason: "Looks at it." }),
    await on(lead, "version", await readReport(server.url, lead.token, id)),
    await on(manager, "conflict", { reason: "My own desk." }),
    ...(await Promise.all(
      [staff, manager].map((owner) =>
        act(server, lead.token, "actions.add", {
          register: "breaches",
          subject: id,
          text: "Clear the desk.",
          owner: owner.id,
          due: clinicDay(1),
        }),
      ),
    )),
    await evidence(server, lead, id),
    ...(await programme(server, lead)),
    await act(server, lead.token, "retention_lines.confirm", {
      line: "england-dental",
      years: 15,
      source: "The appendix.",
    }),
  ];
  await newHold(server, lead);
  await newDisclosure(server, lead);
  await newCheck(server, lead, await newProject(server, lead));
  const request = await newRequest(server, lead, { name: "Aled Rhys" });
  await enter(server, lead, request, "progress", { note: "Begun." });
  newSent(server);
  await sendFile(server, lead.token, await newRelease(server, lead), { what: "form" });
  await newShare(server, staff);
  await askedRelease(server, lead);
  await newDecision(server, lead);
  await newSuppression(server, lead);
  await act(server, staff.token, "objections.make", { what: "withheld", words: "I ask what is withheld." });
  await fillCctv(server, lead);
  await putIn(server, lead, "# Records\nSign-ins are never shared.");
  await lookedAt(server, lead);
  for (const { token } of [lead, manager, staff])
    answers.push(await act(server, token, "mail_programs.say", { kinds: ["outlook"] }));
  // Each has an address of their own.
  for (const { token } of [lead, manager, staff, auditor])
    await act(server, token, "calendar_links.make", {});
  for (const { status, body } of answers) if (status !== 200) throw new Error(JSON.stringify(body));
  await bringList(server, lead.token, [["1805465202989212217", "adult", "2026-01-01"]]);
  for (const [i, who] of [staff, lead].entries()) {
    behindTheBack(
      server,
      `INSERT INTO reminders (id, kind, subject, due, "to", late, saidAt, mail, sentAt, tries, tryAt)
       VALUES (?, ?, ?, '2026-01-01 00:00:00.000Z', ?, 0, '', 'none', '', 0, '')`,
      `reminder000000${i}`,
      `test-${i}`,
      id,
      who.id,
    );
  }
  return id;
}

/** A supplier and a check of it, an audit that is being done, and a week's sample. */
async function programme(server: TestServer, lead: Person): Promise<Answer[]> {
  const host = { ...ofHost(lead.id), nextCheck: "2027-06-01" };
  const made = await act(server, lead.token, "suppliers.add", host);
  const row = { id: String(made.body.id), version: 1 };
  const walk = { template: "shredding", subject: "", every: 6, owner: lead.id, nextOn: "2027-06-01" };
  const audit = await act(server, lead.token, "audits.plan", walk);
  oneDrawn(server);
  const begun = await act(server, lead.token, "audits.begin", {}, { id: String(audit.body.id), version: 1 });
  const round = rowsIn(server, "SELECT id FROM audit_rounds WHERE audit = ?", String(audit.body.id))[0];
  return [
    made,
    await sendFile(server, lead.token, row.id, { what: "contract" }),
    await sendFile(server, lead.token, String(round?.id), { what: "certificate" }),
    await act(server, lead.token, "suppliers.check", checkOf("2027-06-01"), row),
    audit,
    begun,
  ];
}

/** A sentence of the policy that people keep, and a look at it. */
async function lookedAt(server: TestServer, lead: Person): Promise<void> {
  const id = String(rowsIn(server, "SELECT id FROM policy_claims LIMIT 1")[0]?.id);
  const due = clinicDay(30);
  const says = { state: "people", rule: "", audit: "Shared sign-ins", owner: lead.id, due };
  await act(server, lead.token, "policy_claims.settle", says, { id, version: 1 });
  const look = { kept: true, checkedOn: clinicDay(), due, note: "" };
  await act(server, lead.token, "policy_claims.checked", look, { id, version: 2 });
}

async function evidence(server: TestServer, who: Person, id: string) {
  const form = new FormData();
  form.set("id", id);
  form.set("file", new Blob(["%PDF-1.7 a letter"]), "letter.pdf");
  const answer = await fetch(`${server.url}/api/chaperone/breach-evidence`, {
    method: "POST",
    headers: { authorization: who.token },
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}

const version = (server: TestServer, id: string): number =>
  Number(rowsIn(server, "SELECT version FROM breaches WHERE id = ?", id)[0]?.version ?? 0);
