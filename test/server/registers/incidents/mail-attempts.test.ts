import { afterAll, beforeAll, expect, test } from "vitest";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import { ago, type Cast, castOf, changeClinic, mailAttempt, onCase, report, sendEvents } from "./cast.ts";

let cast: Cast;
let n = 1;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

/** Sends an attempt in Tom's browser, by default, and answers the incidents of its trace. */
async function attempt(more: Parameters<typeof mailAttempt>[1] = {}, token = cast.room.token) {
  const { trace, events } = mailAttempt(n, more);
  n += 2;
  const { status, body } = await sendEvents(cast.server, token, events);
  expect([status, body.results.map((one: { status: string }) => one.status)]).toEqual([
    200,
    ["accepted", "accepted"],
  ]);
  return { trace, events, incidents: ofTrace(trace) };
}
const ofTrace = (trace: string) => rowsIn(cast.server, "SELECT * FROM breaches WHERE trace = ?", trace);
const stamp = (instant: string) => instant.replace("T", " ");

test("sent anyway, strong, outside: an incident with a clock from when it happened; the sender is passed over", async () => {
  const at = ago(2);
  const { incidents, events, trace } = await attempt({ at });
  expect(incidents).toHaveLength(1);
  expect(incidents[0]).toMatchObject({
    state: "reported",
    origin: "mail-attempt",
    provisionalFrom: stamp(at),
    senders: JSON.stringify([cast.tom.id]),
    holder: cast.noor.id,
    deputy: cast.ingrid.id,
  });
  await sendEvents(cast.server, cast.room.token, events);
  expect(ofTrace(trace)).toHaveLength(1);
});

test("said to be no patient document, strong, outside: whoever is on duty is asked the same, and no breach is claimed", async () => {
  const { incidents } = await attempt({ outcome: "not-a-patient-document" });
  expect(incidents).toMatchObject([
    {
      state: "reported",
      kind: "other",
      title: "Sent outside as no patient document",
      senders: JSON.stringify([cast.tom.id]),
      holder: cast.noor.id,
      deputy: cast.ingrid.id,
      triageVerdict: "",
    },
  ]);
  const id = String(incidents[0]?.id);
  expect(JSON.stringify(lines(id))).not.toMatch(/breach/i);
  const { body } = await ask(cast.server, "GET /api/chaperone/frame?day=1", { token: cast.noor.token });
  expect(JSON.stringify(body)).toContain(id);
});

test.each([
  ["removed", { outcome: "removed" }],
  ["kept out, and said to be no patient document", { outcome: "disputed" }],
  ["weak, and said to be no patient document", { outcome: "not-a-patient-document", strength: "weak" }],
  ["inside, and said to be no patient document", { outcome: "not-a-patient-document", outside: 0 }],
  ["weak", { strength: "weak" }],
  ["inside", { outside: 0 }],
  ["unreadable", { strength: "unreadable" }],
])("%s: no incident", async (_, more) => {
  expect((await attempt(more)).incidents).toEqual([]);
});

const lines = (id: unknown) =>
  rowsIn(cast.server, "SELECT what, text FROM breach_entries WHERE breach = ? ORDER BY seq", String(id));

test("taken out, then let in for nobody outside, under one trace: no incident", async () => {
  const { trace } = await attempt({ outcome: "removed" });
  expect((await attempt({ trace, outside: 0 })).incidents).toEqual([]);
});

test("let in before anybody was typed, then sent to somebody outside: an incident from then on", async () => {
  const { trace, incidents } = await attempt({ outside: 0, at: ago(1) });
  expect(incidents).toEqual([]);
  const at = ago(0.5);
  expect((await attempt({ trace, at })).incidents).toMatchObject([{ provisionalFrom: stamp(at) }]);
});

test("the same message to one more: a line of its incident while it is open, another once it is decided", async () => {
  const at = ago(3);
  const { trace, incidents } = await attempt({ at });
  const id = String(incidents[0]?.id);
  expect((await attempt({ trace, outside: 2, at: ago(1) })).incidents).toMatchObject([
    { id, provisionalFrom: stamp(at), version: 2 },
  ]);
  expect(lines(id)).toMatchObject([
    { what: "open" },
    { what: "sent-again", text: "Sent anyway to 2 recipients outside." },
  ]);
  await onCase(cast.server, cast.noor, "triage", id, { verdict: "near-miss", reason: "Not sent yet." });
  const before = allIncidents();
  const { events } = await attempt({ trace });
  expect(allIncidents()).toHaveLength(before.length + 1);
  const { status } = await sendEvents(cast.server, cast.room.token, events);
  expect([status, allIncidents().length]).toEqual([200, before.length + 1]);
  const put = { token: cast.room.token, body: { trace, text: "Her sister." } };
  expect((await ask(cast.server, "POST /api/chaperone/recipient", put)).status).toBe(204);
  expect(rowsIn(cast.server, "SELECT id FROM breaches WHERE recipientAnswer = 'Her sister.'")).toEqual([
    { id: allIncidents().find((one) => !before.some(({ id: known }) => known === one.id))?.id },
  ]);
});
const allIncidents = () => rowsIn(cast.server, "SELECT id FROM breaches");

test("the outcome before what was held, in batches that arrive twice and at once: one incident", async () => {
  const { trace, events } = mailAttempt(n);
  n += 2;
  const send = (some: readonly object[]) => sendEvents(cast.server, cast.room.token, some);
  const [held, outcome] = events;
  await send([outcome ?? {}]);
  expect(ofTrace(trace)).toEqual([]);
  const answers = await Promise.all(
    [[held], events, events, [outcome], events].map((some) => send(some as object[])),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(ofTrace(trace)).toHaveLength(1);
});

test("a browser, a manager and a reporter at once: one incident of one attempt", async () => {
  const { server, room, ingrid, noor, tom } = cast;
  const { trace, events } = mailAttempt(n);
  n += 2;
  await sendEvents(server, room.token, events.slice(0, 1));
  const [event] = rowsIn(server, "SELECT id FROM events WHERE trace = ?", trace);
  const from = (who: { token: string }) => act(server, who.token, "breaches.fromEvent", { event: event?.id });
  const [sent, one, two] = await Promise.all([
    sendEvents(server, room.token, events),
    from(ingrid),
    from(noor),
    sendEvents(server, room.token, events),
  ]);
  expect([sent.status, one.status, two.status]).toEqual([200, 200, 200]);
  expect(one.body.id).toBe(two.body.id);
  const seqs = rowsIn(server, "SELECT seq FROM events WHERE trace = ?", trace).map((row) => Number(row.seq));
  const made = rowsIn(server, `SELECT * FROM breaches WHERE sourceEvent IN (${seqs.join()})`);
  expect(made).toMatchObject([{ id: one.body.id, senders: JSON.stringify([tom.id]) }]);
  expect((await from(ingrid)).body).toMatchObject({ id: one.body.id, number: made[0]?.number });
});

test("whom the log names as the sender no manager takes off; others may be added, and the lead mends a wrong log", async () => {
  const { server, room, ingrid, noor, priya, tom } = cast;
  const { trace, events } = mailAttempt(n);
  n += 2;
  await sendEvents(server, room.token, events);
  const id = String(ofTrace(trace)[0]?.id);
  const name = (who: SignedIn, senders: string[]) => onCase(server, who, "describe", id, { senders });
  for (const senders of [[], [noor.id]]) {
    expect((await name(ingrid, senders)).body.data["data.senders"].code).toBe("logged");
  }
  expect((await name(ingrid, [noor.id, tom.id])).status).toBe(200);
  expect((await name(ingrid, [tom.id])).status).toBe(200);
  expect((await name(priya, [])).status).toBe(200);
});

test("a report of the sender's that links the attempt blocks nothing, confidential or not", async () => {
  const { server, room } = cast;
  for (const confidential of [false, true]) {
    const { trace, events } = mailAttempt(n);
    n += 2;
    const [held, outcome] = events;
    await sendEvents(server, room.token, [outcome ?? {}]);
    const told = await report(server, room.token, { confidential, aboutWhom: "", event: trace });
    expect(told.status).toBe(200);
    expect((await sendEvents(server, room.token, [held ?? {}])).body.results[0].status).toBe("accepted");
    const seqs = "SELECT seq FROM events WHERE trace = ?";
    const made = rowsIn(
      server,
      `SELECT id, confidential FROM breaches WHERE sourceEvent IN (${seqs})`,
      trace,
    );
    expect(made).toHaveLength(confidential ? 2 : 1);
    expect(rowsIn(server, "SELECT id FROM breaches WHERE id = ? AND version = 1", told.body.id)).toHaveLength(
      1,
    );
  }
});

test("in the database no event and no trace begins two", () => {
  const copy = (column: string) =>
    `INSERT INTO breaches (id, number, state, confidential, ${column}) SELECT 'copy00000000000', 90001, state, FALSE, ${column}
     FROM breaches WHERE ${column} NOT IN ('', 0) AND confidential = FALSE LIMIT 1`;
  for (const column of ["trace", "sourceEvent"])
    expect(() => behindTheBack(cast.server, copy(column))).toThrow(/UNIQUE/);
});

test("a browser's clock that runs ahead starts no clock later than when we heard of it", async () => {
  const { trace, events } = mailAttempt(n, { at: new Date(Date.now() + 3_600_000).toISOString() });
  n += 2;
  const sentAt = new Date(Date.now() + 3_600_000).toISOString();
  await ask(cast.server, "POST /api/chaperone/events", { token: cast.room.token, body: { sentAt, events } });
  const [incident] = ofTrace(trace);
  expect(Date.parse(String(incident?.provisionalFrom))).toBeLessThanOrEqual(Date.now());
});

test("whoever is on duty and sent it is passed over", async () => {
  await changeClinic(cast.server, cast.priya, { duty: cast.tom.id });
  const { incidents } = await attempt();
  expect(incidents[0]).toMatchObject({ holder: cast.ingrid.id, deputy: cast.priya.id });
  await changeClinic(cast.server, cast.priya, { duty: cast.noor.id });
});

test("the sender answers who received it; the lead and the controller read it, the ledger never holds it", async () => {
  const { trace, incidents } = await attempt();
  const id = String(incidents[0]?.id);
  const put = (token: string, text: string) =>
    ask(cast.server, "POST /api/chaperone/recipient", { token, body: { trace, text } });
  const text = "A wrong Ms Okafor at okafor@elsewhere.example, by completion.";
  expect((await put(cast.desk.token, text)).status).toBe(404);
  expect((await put(cast.noor.token, text)).status).toBe(404);
  expect((await put(cast.room.token, "It held 943 476 5919.")).body.data.text.code).toBe("names-a-patient");
  expect((await put(cast.room.token, text)).status).toBe(204);
  expect((await put(cast.tom.token, text)).status).toBe(204);
  const read = (token: string) => ask(cast.server, `GET /api/chaperone/recipient?id=${id}`, { token });
  expect((await read(cast.priya.token)).body.text).toBe(text);
  // Asked once more, since the message went to more people: what was said before stays.
  expect((await put(cast.room.token, "Her sister too.")).status).toBe(204);
  expect((await read(cast.priya.token)).body.text).toBe(`${text}\nHer sister too.`);
  expect((await read(cast.ingrid.token)).status).toBe(200);
  expect((await read(cast.noor.token)).status).toBe(403);
  expect((await read(cast.tom.token)).status).toBe(404);
  const row = await ask(cast.server, `GET /api/collections/breaches/records/${id}`, {
    token: cast.priya.token,
  });
  expect(JSON.stringify(row.body)).not.toContain("okafor");
  expect(JSON.stringify(rowsIn(cast.server, "SELECT detail FROM events"))).not.toContain("okafor");
});

/** What was asked about an incident; the server asks when its events are stored. */
async function remindersOf(id: string, count: number): Promise<Record<string, unknown>[]> {
  const select =
    'SELECT kind, due, "to", late, saidAt, mail FROM reminders WHERE subject = ? ORDER BY due, kind';
  await expect.poll(() => rowsIn(cast.server, select, id).length).toBeGreaterThanOrEqual(count);
  return rowsIn(cast.server, select, id);
}

test("asked at once, the deputy after two hours, both again; what was missed is caught up once and marked late", async () => {
  const at = ago(61);
  const { incidents } = await attempt({ at });
  const id = String(incidents[0]?.id);
  const fresh = String((await attempt()).incidents[0]?.id);
  const rows = await remindersOf(id, 8);
  expect(rows.map(({ kind }) => kind)).toEqual([
    "triage-duty",
    "triage-deputy",
    ...[24, 48, 60].flatMap(() => ["triage-deputy", "triage-duty"]),
  ]);
  expect(new Set(rows.map(({ late }) => late))).toEqual(new Set([1]));
  const said = rows.filter(({ saidAt }) => saidAt !== "");
  expect(said.map(({ to }) => to).sort()).toEqual([cast.ingrid.id, cast.noor.id].sort());
  expect(await remindersOf(fresh, 1)).toMatchObject([
    { kind: "triage-duty", late: 0, to: cast.noor.id, mail: "none" },
  ]);
  const mine = await ask(cast.server, "GET /api/chaperone/my-work", { token: cast.noor.token });
  expect(mine.body.reminders).toContainEqual(expect.objectContaining({ subject: id, late: true }));
  expect(mine.body.decide).toContainEqual(expect.objectContaining({ id, what: "triage" }));
});

test("72 hours without an answer stand first on the first screen", async () => {
  const { incidents } = await attempt({ at: ago(73) });
  const id = String(incidents[0]?.id);
  const today = () => ask(cast.server, "GET /api/chaperone/today", { token: cast.ingrid.token });
  const { body } = await today();
  expect(body.owed.rows[0]).toMatchObject({ breach: id, kind: "provisional", unanswered: true });
  expect(body.decideToday.map((one: { id: string }) => one.id)).toContain(id);
  await onCase(cast.server, cast.noor, "triage", id, { verdict: "near-miss", reason: "It bounced." });
  expect(JSON.stringify((await today()).body.owed)).not.toContain(`provisional:${id}`);
  behindTheBack(cast.server, "DELETE FROM reminders WHERE subject = ?", id);
});
