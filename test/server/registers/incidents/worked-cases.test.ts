import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { incidentReport } from "#domain/registers/incidents/report";
import { startMailSink } from "../../../support/mail/mail-sink.ts";
import { inServer } from "../../../support/server/in-server.ts";
import { act, ask, newPerson, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, rowsIn } from "../../people/database.ts";
import {
  ago,
  type Cast,
  castOf,
  changeClinic,
  mailAttempt,
  newBreach,
  newIncident,
  onCase,
  report,
  sendEvents,
  soon,
  stored,
} from "./cast.ts";

/** The worked cases of issue 4 as somebody meets them: by routes alone, with the server's own clock. */
let cast: Cast;
let mail: Awaited<ReturnType<typeof startMailSink>>;
const mailPort = 8342;
beforeAll(async () => {
  cast = await castOf({ port: 8341 });
  mail = await startMailSink(mailPort);
  await changeClinic(cast.server, cast.priya, { timeZone: "Europe/London" });
});
afterAll(async () => {
  await mail?.stop();
  await cast?.server.stop();
});

const get = (who: { token: string }, path: string) =>
  ask(cast.server, `GET /api/chaperone/${path}`, { token: who.token });
const codes = (body: { data: Record<string, { code: string }> }) =>
  Object.fromEntries(Object.entries(body.data).map(([field, { code }]) => [field, code]));
const hour = 3_600_000;

/** The last Friday, 17:40 in London, since which 72 hours have gone. */
function lastFriday(): number {
  const london = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const latest = Math.floor((Date.now() - 72 * hour) / 600_000) * 600_000;
  for (let ms = latest; ; ms -= 600_000) if (/Fri.*17:40/.test(london.format(ms))) return ms;
}
const friday = lastFriday();
const instant = (ms: number) => new Date(ms).toISOString();

/** Sent anyway on Friday at 17:40, and the browser comes on again when all is over. */
let sentOnFriday = "";
test("sent anyway on a Friday at 17:40: the clock runs from then, and ended on Monday at 17:40", async () => {
  const { server, priya, room, noor, ingrid, tom } = cast;
  const smtp = { enabled: true, host: "127.0.0.1", port: mailPort, username: "", tls: false };
  const set = { ...smtp, from: "chaperone@harbour.example" };
  await ask(server, "POST /api/chaperone/smtp", { token: priya.token, body: set });
  const { trace, events } = mailAttempt(1, { at: instant(friday) });
  await sendEvents(server, room.token, events);
  const [incident] = rowsIn(server, "SELECT * FROM breaches WHERE trace = ?", trace);
  sentOnFriday = String(incident?.id);
  expect(incident).toMatchObject({ holder: noor.id, deputy: ingrid.id, senders: JSON.stringify([tom.id]) });
  const { body } = await get(noor, "today");
  expect(body.owed.rows.filter(({ kind }: { kind: string }) => kind === "provisional")).toMatchObject([
    {
      breach: sentOnFriday,
      kind: "provisional",
      from: instant(friday),
      due: instant(friday + 72 * hour),
      unanswered: true,
    },
  ]);
});

describe("72 hours from awareness, across the changes of the clocks", () => {
  test.each([
    ["clocks go back: Sat 24 Oct 2026 15:00", "2026-10-24T14:00", "2026-10-27T14:00", "2026-10-27 14:00"],
    ["01:30 the first time", "2026-10-25T00:30", "2026-10-28T00:30", "2026-10-28 00:30"],
    ["01:30 the second time", "2026-10-25T01:30", "2026-10-28T01:30", "2026-10-28 01:30"],
    ["clocks go forward: Fri 27 Mar 2026 18:05", "2026-03-27T18:05", "2026-03-30T18:05", "2026-03-30 19:05"],
    ["neither: Fri 20 Nov 2026 17:40", "2026-11-20T17:40", "2026-11-23T17:40", "2026-11-23 17:40"],
  ])("%s", async (_, aware, due, shown) => {
    const { server, priya } = cast;
    const id = await newBreach(cast, `${aware}:00.000Z`);
    const { body } = await get(priya, "today");
    const clock = body.owed.rows.find(({ key }: { key: string }) => key === `ico:${id}`);
    expect(clock).toMatchObject({ due: `${due}:00.000Z` });
    await onCase(server, priya, "version", id);
    const { times } = incidentReport.parse((await get(priya, `breach-report?id=${id}`)).body);
    expect(times.icoDue).toBe(`${due}:00.000Z`);
    const wall = new Intl.DateTimeFormat("sv", {
      timeZone: "Europe/London",
      dateStyle: "short",
      timeStyle: "short",
    });
    expect(wall.format(Date.parse(times.icoDue ?? ""))).toBe(shown);
  });
});

describe("trained within two years of 20 Nov 2026", () => {
  test.each([
    ["20 Nov 2024", ["2024-11-20"], "yes", "Yes"],
    ["19 Nov 2024", ["2024-11-19"], "no", "No"],
    ["long ago, and again in time", ["2020-01-01", "2025-05-05"], "yes", "Yes"],
    ["only after it happened", ["2026-11-21"], "no-record", "Don't know"],
    ["never", [], "no-record", "Don't know"],
  ])("%s", async (name, days, trained, answer) => {
    const { server, priya } = cast;
    const email = `${name.replace(/\W/g, "")}@harbour.example`;
    const person = await newPerson(server, priya.token, { email, name, role: "staff" });
    for (const completedOn of days) {
      const data = { user: person.id, completedOn, course: "coursedataprote", evidence: "stated" };
      const entry = await act(server, priya.token, "completions.add", data);
      expect(entry.status).toBe(200);
    }
    const id = await newIncident(cast);
    await onCase(server, priya, "setTimes", id, { occurredFrom: "2026-11-20T12:00:00.000Z" });
    await onCase(server, priya, "describe", id, { senders: [person.id] });
    await onCase(server, priya, "version", id);
    const made = incidentReport.parse((await get(priya, `breach-report?id=${id}`)).body);
    expect(made.staff.map((one) => one.trainedWithinTwoYears)).toEqual([trained]);
    expect(made.questions.find(({ key }) => key === "staff_trained_2y")?.text).toBe(answer);
  });
});

describe("times that cannot be are refused by every act that takes one", () => {
  const acts: readonly (readonly [action: string, field: string, more: object])[] = [
    ["triage", "awareAt", { verdict: "breach", reason: "It left." }],
    ["setTimes", "occurredFrom", { reason: "As told." }],
    ["setTimes", "awareAt", { reason: "As told." }],
    ["contain", "at", { how: "It was called back." }],
    ["notify", "sentAt", { delayReason: "Nobody was here." }],
    ["entry", "at", { text: "It was called back." }],
    ["notice", "at", { id: "police", done: true }],
    ["account", "at", { system: "mail", step: "informed" }],
  ];
  const times = [
    ["to come", () => soon(2), "in-future"],
    ["before the clinic", () => "2019-12-31T23:59:59.000Z", "before-clinic"],
    ["on no day", () => "2026-02-30T10:00:00.000Z", "invalid_format"],
  ] as const;
  let id = "";
  beforeAll(async () => {
    id = await newIncident(cast);
  });

  test.each(acts.flatMap((one) => times.map(([words, at, code]) => [...one, words, at, code] as const)))(
    "%s: %s %j, %s",
    async (action, field, more, _, at, code) => {
      const user = action === "account" ? { user: cast.tom.id } : {};
      const { status, body } = await onCase(cast.server, cast.ingrid, action, id, {
        ...more,
        ...user,
        [field]: at(),
      });
      expect([status, codes(body)]).toEqual([400, { [`data.${field}`]: code }]);
    },
  );

  test("a clock an hour off is said with the server's own time, whichever is wrong", async () => {
    const { body } = await report(cast.server, cast.tom.token, { noticedAt: soon(1) });
    const [, told = ""] = /clock says (\S+Z)/.exec(body.data.noticedAt.message) ?? [];
    expect(Math.abs(Date.parse(told) - Date.now())).toBeLessThan(60_000);
    // Within the tolerance of people's clocks it is taken.
    expect((await report(cast.server, cast.tom.token, { noticedAt: soon(0.01) })).status).toBe(200);
    const { trace, events } = mailAttempt(11, { at: ago(1) });
    const sentAt = ago(1);
    await ask(cast.server, "POST /api/chaperone/events", {
      token: cast.room.token,
      body: { sentAt, events },
    });
    const [row] = rowsIn(cast.server, "SELECT provisionalFrom FROM breaches WHERE trace = ?", trace);
    expect(Date.parse(String(row?.provisionalFrom))).toBeLessThanOrEqual(Date.now() - hour + 60_000);
  });
});

test("two people decide at once: the second is told what stands now, and nothing of the first is lost", async () => {
  const { server, priya, ingrid } = cast;
  const id = await newBreach(cast);
  const version = Number(stored(server, id).version);
  const both = await Promise.all([
    act(
      server,
      ingrid.token,
      "breaches.decide",
      { ico: "tell", people: "not", reason: "As advised." },
      { id, version },
    ),
    act(
      server,
      priya.token,
      "breaches.advise",
      { advice: "record-only", reason: "Encrypted." },
      { id, version },
    ),
    act(server, priya.token, "breaches.describe", { title: "Another title" }, { id, version }),
  ]);
  const [won, ...lost] = both.toSorted((one, other) => one.status - other.status);
  expect([won?.status, ...lost.map(({ status }) => status)]).toEqual([200, 409, 409]);
  for (const { body } of lost) expect(body.current).toMatchObject({ id, version: version + 1 });
  expect(stored(server, id)).toMatchObject({ version: version + 1 });
});

test("500 entries and 2,000 people on one breach: its lists come in bounded pages, and a version is made", async () => {
  const { server, priya } = cast;
  const id = await newBreach(cast);
  const people = (from: number, count: number) => ({
    people: Array.from({ length: count }, (_, i) => ({
      recordRef: String(from + i),
      system: "cliniko:harbour.uk2",
      toBeTold: true,
    })),
  });
  for (const from of [1, 501, 1001, 1501]) await onCase(server, priya, "addPeople", id, people(from, 500));
  const tooMany = await onCase(server, priya, "addPeople", id, people(2000, 501));
  expect(codes(tooMany.body)).toEqual({ "data.people": "too_big" });
  behindTheBack(
    server,
    `WITH RECURSIVE i(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM i WHERE n < 509)
     INSERT INTO breach_entries (id, breach, seq, at, kind, what, text, by, enteredAt)
     SELECT 'w' || printf('%014d', n), ?, n, '2026-11-01 09:00:00.000Z', 'entry', '', 'Entry ' || n || '.', '', '2026-11-01 09:00:00.000Z' FROM i`,
    id,
  );
  for (const [table, most] of [
    ["breach_people", 1000],
    ["breach_entries", 1000],
  ] as const) {
    const path = `collections/${table}/records?filter=(breach='${id}')&perPage=100000`;
    const { body } = await ask(server, `GET /api/${path}`, { token: priya.token });
    expect(body.items.length).toBeLessThanOrEqual(most);
    expect(body.totalItems).toBeGreaterThanOrEqual(500);
  }
  expect((await onCase(server, priya, "version", id)).status).toBe(200);
  const made = incidentReport.parse((await get(priya, `breach-report?id=${id}`)).body);
  expect(made.people.toBeTold).toBe(2000);
  expect(made.timeline.length).toBeGreaterThan(500);
});

describe("a receptionist reports the manager, and the only lead bears the owner's surname", () => {
  let id = "";
  let reviewer: SignedIn;
  const sees = async (who: { token: string }) =>
    (await ask(cast.server, `GET /api/collections/breaches/records/${id}`, { token: who.token })).status ===
    200;

  test("the manager sees nothing; the lead does", async () => {
    const { server, desk, tom, ingrid, priya } = cast;
    const made = await report(server, desk.token, {
      reporter: tom.id,
      confidential: true,
      about: ingrid.id,
      aboutWhom: "manager",
      text: "She opens records of people she knows.",
    });
    id = made.body.id;
    expect([await sees(priya), await sees(ingrid), await sees(cast.noor)]).toEqual([true, false, false]);
    for (const path of ["today", "my-work", "events?limit=200", "breach-register?format=csv"])
      expect(JSON.stringify((await get(ingrid, path)).body)).not.toContain(id);
  });

  test("the lead declares a conflict and names an outside reviewer, for this case and until a time", async () => {
    const { server, priya } = cast;
    const conflict = { reason: "The owner is my brother-in-law." };
    expect((await onCase(server, priya, "conflict", id, conflict)).status).toBe(200);
    const until = soon(24 * 14);
    const person = {
      email: "outside@example.org",
      name: "Ola Outside",
      role: "auditor",
      scope: "case",
      until,
    };
    reviewer = await newPerson(server, priya.token, person);
    expect(await sees(reviewer)).toBe(false);
    const grant = { user: reviewer.id, until: soon(1), reason: "From outside." };
    expect((await onCase(server, priya, "grant", id, grant)).status).toBe(200);
    expect(await sees(reviewer)).toBe(true);
    const verdict = { verdict: "breach", reason: "The log shows it." };
    expect((await onCase(server, priya, "triage", id, verdict)).status).toBe(403);
    expect((await onCase(server, reviewer, "triage", id, verdict)).status).toBe(200);
    expect((await get(reviewer, "colleagues")).status).toBe(403);
    const other = await newIncident(cast);
    expect((await onCase(server, reviewer, "triage", other, verdict)).status).toBe(404);
  });

  test("an account is reset by who may end sessions, in an event that nobody else can link", async () => {
    const { server, tom, priya, ingrid, ruth } = cast;
    const step = { user: ruth.id, system: "ours", step: "reset", reason: "It was being used." };
    expect((await onCase(server, reviewer, "account", id, step)).status).toBe(403);
    const { body } = await report(server, tom.token, { confidential: true, about: ingrid.id });
    expect((await onCase(server, priya, "account", body.id, step)).status).toBe(200);
    const select = "SELECT id FROM events WHERE kind = 'auth.reset' AND trace = ?";
    const [event] = rowsIn(server, select, body.id);
    expect(event?.id).toHaveLength(15);
    const made = await act(server, ingrid.token, "breaches.fromEvent", { event: event?.id });
    expect(codes(made.body)).toEqual({ "data.event": "unknown" });
    expect(codes((await report(server, ingrid.token, { event: event?.id })).body)).toEqual({
      event: "unknown",
    });
  });

  test("the manager still sees nothing, and the grant ends", async () => {
    const { server, priya, ingrid } = cast;
    expect(await sees(ingrid)).toBe(false);
    const [grant] = rowsIn(server, "SELECT id FROM case_grants WHERE breach = ?", id);
    const ended = { grant: grant?.id, reason: "It is done." };
    expect((await onCase(server, priya, "endGrant", id, ended)).status).toBe(200);
    expect(await sees(reviewer)).toBe(false);
  });
});

test("the review that is opened then begins its incidents with Friday's, which nobody has answered", async () => {
  const { server, ingrid } = cast;
  const prepared = await act(server, ingrid.token, "reviews.prepare", {});
  expect(prepared.status).toBe(200);
  const select =
    "SELECT subject, facts, decision FROM review_items WHERE review = ? AND key = 'incidents' ORDER BY position";
  const [first] = rowsIn(server, select, prepared.body.id);
  expect(first).toMatchObject({ subject: sentOnFriday, decision: "" });
  expect(String(first?.facts)).toContain("Nobody has decided yet whether it is a breach");
});

test("mail went to the person on duty and to the deputy, late and once, without anybody's name in it", async () => {
  const to = (name: string) => mail.received.filter((text) => text.includes(`To: ${name}@harbour.example`));
  await inServer(cast.server, "remind");
  await expect.poll(() => [to("noor").length > 0, to("ingrid").length > 0]).toEqual([true, true]);
  const select = `SELECT kind, "to", late, mail FROM reminders WHERE subject = ? AND saidAt <> '' ORDER BY kind`;
  await expect
    .poll(() => rowsIn(cast.server, select, sentOnFriday))
    .toMatchObject([
      { kind: "triage-deputy", to: cast.ingrid.id, late: 1, mail: "sent" },
      { kind: "triage-duty", to: cast.noor.id, late: 1, mail: "sent" },
    ]);
  // The daily digest may go to Tom himself; his address there names nobody to anybody else.
  const said = mail.received.join("\n").replace(/^(?:To|Message-ID): .*$/gim, "");
  expect(said).not.toMatch(/INC-|patient document|Tom/i);
});
