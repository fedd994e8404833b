import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readingOf } from "#domain/registers/incidents/reading";
import { breachRegister } from "#domain/registers/incidents/register-row";
import { incidentReport } from "#domain/registers/incidents/report";
import { canonicalJson } from "../../../../domain/base/canonical-json.ts";
import { filesBelow, findLeaks } from "../../../support/leak.ts";
import { readReport } from "../../../support/server/read-report.ts";
import { act, ask } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import { ago, type Cast, castOf, changeClinic, newBreach, onCase, report, soon } from "./cast.ts";

let cast: Cast;
let id: string;
beforeAll(async () => {
  cast = await castOf();
  id = await newBreach(cast);
});
afterAll(() => cast?.server.stop());

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const get = (who: { token: string }, path: string) =>
  ask(cast.server, `GET /api/chaperone/${path}`, { token: who.token });
const text = async (who: { token: string }, path: string) =>
  (await fetch(`${cast.server.url}/api/chaperone/${path}`, { headers: { authorization: who.token } })).text();

test("hour 3: a version with what is not known yet; later people = 3 makes a second that shows just that", async () => {
  const { server, priya, ingrid, tom } = cast;
  const first = await onCase(server, priya, "version", id);
  expect(first.body).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await onCase(server, ingrid, "notify", id, { sentAt: ago(0.2), reference: "IC-1" });
  const early = await onCase(server, ingrid, "sent", id, { version: 1, at: ago(0.2) });
  expect(early.body.data["data.at"].code).toBe("wrong-order");
  // People give times by the minute: the minute in which it was made is none before.
  const minute = `${ago(0).slice(0, 16)}:00.000Z`;
  expect((await onCase(server, ingrid, "sent", id, { version: 1, at: minute })).status).toBe(200);
  const frozen = await text(priya, `breach-report?id=${id}&version=1`);
  expect(sha256(frozen)).toBe(first.body.hash);
  const report = incidentReport.parse(JSON.parse(frozen));
  expect(canonicalJson(report)).toBe(frozen);
  const answer = (key: string) => report.questions.find((one) => one.key === key);
  expect(answer("subjects_count")).toMatchObject({ text: "Not known yet", known: false });
  expect(report.people.affected).toBe(null);

  const unfrozen = async (who = priya) => (await get(who, `breach-changes?id=${id}`)).body;
  expect(await unfrozen()).toEqual({ since: 1, list: [] });
  await onCase(server, priya, "describe", id, { peopleCount: 3 });
  const change = { what: expect.stringMatching(/people/), before: "Not known yet", after: "3" };
  expect(await unfrozen()).toEqual({ since: 1, list: [change] });
  expect((await get(tom, `breach-changes?id=${id}`)).status).toBe(404);
  await onCase(server, priya, "version", id);
  expect(await unfrozen()).toEqual({ since: 2, list: [] });
  const second = incidentReport.parse(JSON.parse(await text(priya, `breach-report?id=${id}`)));
  expect(second.version).toBe(2);
  expect(second.changes).toMatchObject({ since: 1, list: [{ before: "Not known yet", after: "3" }] });
  expect(await text(priya, `breach-report?id=${id}&version=1`)).toBe(frozen);
  const [event] = rowsIn(
    server,
    "SELECT detail FROM events WHERE kind = 'breach_reports.act' ORDER BY seq LIMIT 1",
  );
  expect(String(event?.detail)).toContain(first.body.hash);
});

test("a version is made of the very text that somebody read, and says who read it and when", async () => {
  const { server, priya, ingrid, tom, ruth } = cast;
  const one = await newBreach(cast);
  const draft = async (who = priya) => await get(who, `breach-draft?id=${one}`);
  for (const [who, status] of [
    [tom, 404],
    [ruth, 403],
    [ingrid, 200],
  ] as const)
    expect((await draft(who)).status).toBe(status);
  expect((await draft()).body.report).not.toHaveProperty("read");
  const nothingRead = await act(server, priya.token, "breaches.version", {}, { id: one, version: 0 });
  expect([nothingRead.status, nothingRead.body.data["data.read"]]).toEqual([400, expect.anything()]);

  const read = await readReport(server.url, priya.token, one);
  // Each changes what would be frozen: the row itself, a line of the timeline, an action.
  const changes = [
    () => onCase(server, ingrid, "describe", one, { peopleCount: 2 }),
    () => onCase(server, ingrid, "entry", one, { text: "The recipient rang." }),
    () =>
      act(server, ingrid.token, "actions.add", {
        register: "breaches",
        subject: one,
        text: "Ask twice.",
        owner: ingrid.id,
        due: soon(48).slice(0, 10),
      }),
  ];
  let earlier = read;
  for (const change of changes) {
    expect((await change()).status).toBe(200);
    const stale = await onCase(server, priya, "version", one, earlier);
    expect([stale.status, stale.body.current.id]).toEqual([409, one]);
    earlier = await readReport(server.url, priya.token, one);
  }
  expect(rowsIn(server, "SELECT id FROM breach_reports WHERE breach = ?", one)).toEqual([]);
  expect((await onCase(server, priya, "version", one, earlier)).status).toBe(200);
  const made = incidentReport.parse(JSON.parse(await text(priya, `breach-report?id=${one}`)));
  expect(made.read).toEqual({ by: "Priya Raman", at: made.madeAt, sha256: earlier.read });
  expect(sha256(readingOf(made))).toBe(earlier.read);
  const [proof] = (await get(priya, `breach-proof?id=${one}`)).body.versions;
  expect(proof).toMatchObject({ snapshot: "whole", readBy: "Priya Raman" });
  expect(await text(priya, `breach-report?id=${one}&format=csv`)).toContain("read by Priya Raman on ");
  const number = made.number;
  const { rows } = breachRegister.parse((await get(priya, "breach-register?format=page")).body);
  expect(rows.find((row) => row.number === number)?.report).toEqual({
    version: 1,
    readBy: "Priya Raman",
    readAt: made.madeAt,
  });
});

test("nobody changes a version behind the server's back unseen", () => {
  expect(() => behindTheBack(cast.server, "UPDATE breach_reports SET snapshot = '{}'")).toThrow(
    /keeps its versions/,
  );
  expect(() => behindTheBack(cast.server, "DELETE FROM breach_reports")).toThrow(/keeps its versions/);
  expect(() => behindTheBack(cast.server, "UPDATE breach_entries SET text = 'X'")).toThrow(/append-only/);
});

test("staff involved: trained within two years by the day it happened, without their names", async () => {
  const { server, priya, tom, noor } = cast;
  const enter = (user: string, completedOn: string) =>
    act(server, priya.token, "completions.add", {
      user,
      completedOn,
      course: "coursedataprote",
      evidence: "stated",
    });
  expect((await enter(tom.id, "2024-11-20")).status).toBe(200);
  expect((await enter(noor.id, "2024-01-05")).status).toBe(200);
  expect((await enter(noor.id, "2024-01-05")).status).toBe(400);
  await onCase(server, priya, "setTimes", id, { occurredFrom: "2026-11-20T17:40:00.000Z" });
  await onCase(server, priya, "describe", id, { senders: [tom.id, noor.id] });
  await onCase(server, priya, "version", id);
  const made = incidentReport.parse(JSON.parse(await text(priya, `breach-report?id=${id}`)));
  expect(made.staff.map((one) => one.trainedWithinTwoYears)).toEqual(["yes", "no"]);
  const question = made.questions.find(({ key }) => key === "staff_trained_2y");
  expect(question).toMatchObject({ value: "no", text: "No" });
  expect(JSON.stringify(made)).not.toContain(tom.id);
});

test("a form answer is kept by its type; 'not known yet' is an answer everywhere", async () => {
  const { server, priya } = cast;
  const answer = async (key: string, value: unknown) =>
    (await onCase(server, priya, "answer", id, { key, value })).status;
  expect(await answer("cyber_incident", "no")).toBe(200);
  expect(await answer("cyber_incident", "perhaps")).toBe(400);
  expect(await answer("data_categories", ["health", "basic-identifiers"])).toBe(200);
  expect(await answer("data_categories", ["gossip"])).toBe(400);
  expect(await answer("records_count", -3)).toBe(400);
  expect(await answer("likelihood", "not-known-yet")).toBe(200);
  expect(await answer("nothing", "x")).toBe(400);
  expect(await answer("how_occurred", "Her number is 943 476 5919.")).toBe(400);
  expect(await answer("reporter_phone", "01227 496 0000, priya@harbour.example")).toBe(200);
  expect(await answer("reporter_phone", "943 476 5919")).toBe(400);
});

test("a version that names a patient is not made; the field and the place are shown", async () => {
  const { server, priya } = cast;
  behindTheBack(server, "UPDATE breaches SET containedHow = ? WHERE id = ?", "Called 943 476 5919 back.", id);
  const refused = await onCase(server, priya, "version", id);
  expect(refused.status).toBe(400);
  expect(refused.body.data["questions.actions_taken"].code).toBe("names-a-patient");
  expect(JSON.stringify(refused.body)).not.toContain("5919");
  behindTheBack(server, "UPDATE breaches SET containedHow = '' WHERE id = ?", id);
});

test("the CSV is safe for a spreadsheet and asks the ICO's questions in their order", async () => {
  const { server, priya } = cast;
  await onCase(server, priya, "answer", id, { key: "how_occurred", value: "=1+1" });
  await onCase(server, priya, "version", id);
  const csv = await text(priya, `breach-report?id=${id}&format=csv`);
  expect(csv).toContain(",'=1+1");
  expect(csv.indexOf("What has happened?")).toBeLessThan(csv.indexOf("How did it occur?"));
  expect(csv).toContain("Very likely; Likely;");
  // Fetch drops the mark that tells a spreadsheet that this is UTF-8, as a text; the bytes have it.
  const answer = await fetch(`${server.url}/api/chaperone/breach-register?format=csv`, {
    headers: { authorization: priya.token },
  });
  expect([...new Uint8Array(await answer.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

test("the register says what was found, advised and decided and why, what was due, told and late", async () => {
  const { server, priya, ingrid } = cast;
  const one = await newBreach(cast, ago(80));
  const [known] = rowsIn(server, "SELECT number FROM breaches WHERE id = ?", one);
  const row = async () =>
    breachRegister
      .parse((await get(priya, "breach-register?format=page")).body)
      .rows.find(({ number }) => number === known?.number);
  expect(await row()).toMatchObject({ lateness: "overdue", delayReason: "", toBeTold: 0 });
  await onCase(server, priya, "advise", one, { advice: "tell-ico-and-people", reason: "A high risk." });
  const decision = { ico: "tell", people: "tell", reason: "Health data went out." };
  expect((await onCase(server, ingrid, "decide", one, decision)).status).toBe(200);
  const people = ["20481", "20482"].map((recordRef) => ({
    recordRef,
    system: "cliniko:harbour.uk2",
    toBeTold: true,
  }));
  await onCase(server, priya, "addPeople", one, { people });
  const [listed] = rowsIn(server, "SELECT id FROM breach_people WHERE breach = ? LIMIT 1", one);
  await onCase(server, priya, "person", one, { person: listed?.id, toldAt: ago(1), toldHow: "Letter" });
  const sent = { sentAt: ago(0.5), delayReason: "The line was down.", reference: "IC-9" };
  expect((await onCase(server, ingrid, "notify", one, sent)).status).toBe(200);
  await onCase(server, priya, "close", one, { reason: "All is said." });
  expect(await row()).toMatchObject({
    state: "closed",
    verdict: { is: "breach", by: expect.stringMatching(/./), at: expect.stringMatching(/Z$/) },
    advice: { is: "tell-ico-and-people", reason: "A high risk." },
    decision: { ico: "tell", people: "tell", reason: "Health data went out." },
    icoDue: expect.stringMatching(/Z$/),
    lateness: "late",
    delayReason: "The line was down.",
    toBeTold: 2,
    told: 1,
    ending: "All is said.",
  });
  const csv = await text(priya, "breach-register?format=csv");
  expect(csv).toContain("decision.reason");
  expect(csv).toContain("Health data went out.");
});

test("the register has near misses too, and confidential ones only where the lead asks, without who reported", async () => {
  const { server, priya, ingrid, tom } = cast;
  const said = { confidential: true, text: "In confidence." };
  await report(server, tom.token, said);
  // Reported in confidence by whoever decides on it.
  const own = await report(server, priya.token, said);
  await onCase(server, priya, "triage", own.body.id, { verdict: "near-miss", reason: "Nothing left." });
  const rows = async (who: { token: string }, more = "") =>
    breachRegister.parse((await get(who, `breach-register${more}`)).body).rows;
  const [mine, others] = [await rows(priya), await rows(ingrid, "?confidential=yes")];
  expect(mine).toEqual(others);
  expect(mine.some(({ confidential }) => confidential)).toBe(false);
  const asked = await rows(priya, "?confidential=yes");
  expect(asked.filter(({ confidential }) => confidential)).toHaveLength(2);
  expect(asked.find(({ verdict }) => verdict.reason === "Nothing left.")?.verdict.by).toBe(
    "Not named: reported in confidence",
  );
  expect(JSON.stringify(asked.filter(({ confidential }) => confidential))).not.toContain("Tom");
  const all = await text(ingrid, "breach-register?format=csv&confidential=yes");
  for (const secret of ["In confidence", "Confidential"]) expect(all).not.toContain(secret);
  // No number that others could count by, and no sign that a spreadsheet takes for a formula.
  expect(await text(priya, "breach-register?format=csv&confidential=yes")).toMatch(
    /\r\nConfidential incident \d{4},/,
  );
  expect((await get(tom, "breach-register")).status).toBe(403);
});

test("the schema is published, and validates what was frozen", async () => {
  const { body } = await get(cast.priya, "incident-schema");
  expect(body).toMatchObject({ type: "object", additionalProperties: false });
  expect(body.required).toContain("questions");
});

async function upload(
  who: { token: string },
  route: string,
  fields: Record<string, string>,
  ...files: Uint8Array[]
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [i, bytes] of files.entries())
    form.append("file", new Blob([new Uint8Array(bytes)]), `Jane Roe ${i}.pdf`);
  const answer = await fetch(`${cast.server.url}/api/chaperone/${route}`, {
    method: "POST",
    headers: { authorization: who.token },
    body: form,
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}
const bytes = (length: number, start = "") => {
  const made = Buffer.alloc(length, 0xe9);
  made.write(start, "latin1");
  return made;
};

test.each([
  ["a PDF", bytes(70_000, "%PDF-1.7\n"), "application/pdf"],
  ["HTML with a script", Buffer.from("<!doctype html><script>alert(1)</script>"), "text/html"],
  ["SVG", Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), "text/html"],
  ["a few odd bytes", Buffer.from([0xff, 0xfe, 0, 0xc3]), "application/octet-stream"],
  ["text in two scripts", Buffer.from("Tŷ Gŵydd, محمد, 😀 ".repeat(400)), "text/plain"],
])("evidence: %s is hashed and told by its bytes, and never shown inside a page", async (_, file, mime) => {
  const { server, priya } = cast;
  const { status, body } = await upload(priya, "breach-evidence", { id }, file);
  expect([status, body.mime, body.sha256]).toEqual([200, mime, sha256(file)]);
  expect(body.name).not.toContain("Roe");
  const { body: token } = await ask(server, "POST /api/files/token", { token: priya.token });
  const [row] = rowsIn(server, "SELECT file FROM breach_evidence WHERE id = ?", body.id);
  const url = `${server.url}/api/files/breach_evidence/${body.id}/${row?.file}`;
  expect((await fetch(url)).status).toBe(404);
  const got = await fetch(`${url}?token=${token.token}`);
  expect(got.status).toBe(200);
  expect(got.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(got.headers.get("content-type")).toBe("application/octet-stream");
  expect(sha256(new Uint8Array(await got.arrayBuffer()))).toBe(body.sha256);
});

test("the name that a file of evidence had stands nowhere, in no backup either", async () => {
  const { server } = cast;
  const { status } = await server.command(["chaperone", "backup"]);
  expect(status).toBe(0);
  const all = filesBelow(server.data);
  expect(all.some((path) => path.endsWith(".attrs"))).toBe(true);
  expect(all.some((path) => path.endsWith(".zip"))).toBe(true);
  expect(findLeaks([server.data], ["Jane Roe", "Jane_Roe", "jane_roe"])).toEqual([]);
});

test.each([
  ["0 bytes", Buffer.alloc(0), "empty"],
  ["60 MB", bytes(60 * 1_048_576), "too-large"],
])("evidence of %s is refused clearly", async (_, file, code) => {
  const { status, body } = await upload(cast.priya, "breach-evidence", { id }, file);
  expect([status, body.data.file.code]).toEqual([400, code]);
});

test("evidence from somebody who may not work on it, or for no incident, is not taken", async () => {
  const file = Buffer.from("%PDF-1.7 other");
  expect((await upload(cast.tom, "breach-evidence", { id }, file)).status).toBe(404);
  expect((await upload(cast.ruth, "breach-evidence", { id }, file)).status).toBe(403);
  expect((await upload(cast.priya, "breach-evidence", { id: "nothing" }, file)).status).toBe(404);
});

test("a rendering is kept beside its version once, by the hash it was sent with", async () => {
  const { server, priya } = cast;
  const [version] = rowsIn(server, "SELECT id FROM breach_reports ORDER BY number LIMIT 1");
  const fields = (file: Uint8Array) => ({ id: String(version?.id), sha256: sha256(file) });
  const pdf = bytes(3_000, "%PDF-1.7\n");
  expect((await upload(priya, "breach-file", { id: String(version?.id), sha256: "0" }, pdf)).status).toBe(
    400,
  );
  expect((await upload(priya, "breach-file", fields(pdf), pdf)).status).toBe(200);
  expect((await upload(priya, "breach-file", fields(pdf), pdf)).status).toBe(200);
  const other = bytes(3_001, "%PDF-1.7\n");
  expect((await upload(priya, "breach-file", fields(other), other)).status).toBe(400);
  const page = Buffer.from("<html></html>");
  expect((await upload(priya, "breach-file", fields(page), page)).status).toBe(400);
});

test("a version or a rendering changed behind the server's back is found by the log, and not handed out", async () => {
  const { server, priya } = cast;
  const proof = async () => (await get(priya, `breach-proof?id=${id}`)).body;
  const [first] = rowsIn(
    server,
    "SELECT id, snapshot, pdf, (SELECT id FROM _collections WHERE name = 'breach_reports') AS folder FROM breach_reports WHERE breach = ? AND number = 1",
    id,
  );
  const [rowId, frozen] = [String(first?.id), String(first?.snapshot)];
  const { versions, missing } = await proof();
  expect(missing).toBe(0);
  expect(versions[0]).toMatchObject({ number: 1, snapshot: "whole", pdf: "whole", docx: null });
  expect(versions.every((one: { snapshot: string }) => one.snapshot === "whole")).toBe(true);

  const pdf = join(server.data, "pb", "storage", String(first?.folder), rowId, String(first?.pdf));
  appendFileSync(pdf, "% one line more");
  expect((await proof()).versions[0]).toMatchObject({ snapshot: "whole", pdf: "changed" });

  const [guard] = rowsIn(server, "SELECT sql FROM sqlite_master WHERE name = 'breach_reports_no_update'");
  const forged = frozen.replace("A letter", "No letter");
  expect(forged).not.toBe(frozen);
  behindTheBack(server, "DROP TRIGGER breach_reports_no_update");
  const put = "UPDATE breach_reports SET snapshot = ?, hash = ? WHERE id = ?";
  behindTheBack(server, put, forged, sha256(forged), rowId);
  expect((await proof()).versions[0].snapshot).toBe("changed");
  for (const format of ["json", "csv"]) {
    const refused = await get(priya, `breach-report?id=${id}&version=1&format=${format}`);
    expect([refused.status, refused.body.data.version.code]).toEqual([400, "changed"]);
  }
  behindTheBack(server, put, frozen, sha256(frozen), rowId);
  behindTheBack(server, String(guard?.sql));
  expect((await proof()).versions[0].snapshot).toBe("whole");
});

test("500 entries are paged by the server and stand in a version", async () => {
  const { server, priya } = cast;
  const long = await newBreach(cast);
  const now = new Date().toISOString().replace("T", " ");
  for (let i = 10; i < 510; i++) {
    behindTheBack(
      server,
      "INSERT INTO breach_entries (id, breach, seq, at, kind, what, text, by, enteredAt) VALUES (?, ?, ?, ?, 'entry', '', ?, '', ?)",
      `e${String(i).padStart(14, "0")}`,
      long,
      i,
      now,
      `Entry ${i}.`,
      now,
    );
  }
  const page = `collections/breach_entries/records?filter=(breach='${long}')&sort=-seq&perPage=100&page=5`;
  const { body } = await ask(server, `GET /api/${page}`, { token: priya.token });
  expect([body.totalItems, body.items.length]).toEqual([502, 100]);
  expect((await onCase(server, priya, "version", long)).status).toBe(200);
  const made = incidentReport.parse(JSON.parse(await text(priya, `breach-report?id=${long}`)));
  expect(made.timeline).toHaveLength(502);
}, 120_000);

test("the clinic's zone words its moments", async () => {
  await changeClinic(cast.server, cast.priya, { timeZone: "Europe/London" });
  const made = incidentReport.parse(JSON.parse(await text(cast.priya, `breach-report?id=${id}`)));
  expect(made.questions.find(({ key }) => key === "occurred_at")?.text).toBe(
    "Friday 20 November 2026, 17:40 (UTC)",
  );
});
