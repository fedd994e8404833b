import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const day = (days: number) => clinicDay(days);
const plan = (who: SignedIn, more: object = {}) =>
  act(cast.server, who.token, "audits.plan", {
    template: "paper-storage",
    subject: "",
    every: 6,
    owner: cast.priya.id,
    nextOn: day(10),
    ...more,
  });
const on = (who: SignedIn, table: string, what: string, id: string, data: object = {}) =>
  act(cast.server, who.token, `${table}.${what}`, data, {
    id,
    version: Number(rowsIn(cast.server, `SELECT version FROM ${table} WHERE id = ?`, id)[0]?.version),
  });
const codeOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);
const list = (who: SignedIn, query = "") =>
  ask(cast.server, `GET /api/chaperone/audits${query}`, { token: who.token });
const begun = async (more: object = {}) => {
  const { body } = await plan(cast.priya, more);
  const answer = await on(cast.priya, "audits", "begin", body.id);
  expect(answer.status).toBe(200);
  const [round] = rowsIn(cast.server, "SELECT id FROM audit_rounds WHERE audit = ?", body.id);
  const lines = rowsIn(
    cast.server,
    "SELECT id, about, text FROM audit_lines WHERE round = ? ORDER BY position",
    String(round?.id),
  );
  return { audit: String(body.id), round: String(round?.id), lines };
};

test("the clinical system's users: a line a person and who left, none ticks their own, a bad one makes its finding", async () => {
  const { server, priya, ingrid, tom, noor } = cast;
  const { audit, round, lines } = await begun({ template: "clinical-users", subject: "Cliniko", every: 3 });
  const of = (id: string) => String(lines.find(({ about }) => about === id)?.id);
  expect(lines.filter(({ about }) => about !== "").map(({ about }) => about)).toEqual(
    expect.arrayContaining([priya.id, ingrid.id, tom.id, noor.id]),
  );
  expect(lines.some(({ about }) => about === cast.ruth.id)).toBe(false);
  const tick = (who: SignedIn, id: string, data: object) =>
    on(who, "audit_lines", "tick", id, { note: "", ...data });
  const own = await tick(priya, of(priya.id), { answer: "factor-on" });
  expect([own.status, own.body.message]).toEqual([403, "This line is about you: somebody else looks at it."]);
  expect((await tick(ingrid, of(priya.id), { answer: "factor-on" })).status).toBe(200);
  const [ticked] = rowsIn(server, "SELECT * FROM audit_lines WHERE id = ?", of(priya.id));
  expect(ticked).toMatchObject({ answer: "factor-on", lookedBy: ingrid.id });
  expect(String(ticked?.lookedAt).slice(0, 10)).toBe(day(0));

  const bad = { answer: "factor-off" };
  expect(codeOf(await tick(priya, of(tom.id), bad))).toEqual(["data.note missing"]);
  expect(codeOf(await tick(priya, of(tom.id), { ...bad, note: "No second factor." }))).toEqual([
    "data.finding missing",
  ]);
  const named = { ...bad, note: "Mrs Ellery saw it.", finding: { owner: tom.id, due: day(7) } };
  expect(codeOf(await tick(priya, of(tom.id), named))).toEqual(["data.note names-a-patient"]);
  expect(codeOf(await tick(priya, of(noor.id), { answer: "ok" }))).toEqual(["data.answer invalid_value"]);
  const past = { ...bad, note: "None.", finding: { owner: tom.id, due: "2020-01-01" } };
  expect(codeOf(await tick(priya, of(tom.id), past))).toEqual(["data.due too-early"]);
  expect(rowsIn(server, "SELECT id FROM actions WHERE register = 'audit_rounds'")).toEqual([]);
  const finding = { ...bad, note: "No second factor.", finding: { owner: tom.id, due: day(7) } };
  expect((await tick(priya, of(tom.id), finding)).status).toBe(200);
  const answer = (await list(priya)).body;
  expect(answer.findings).toMatchObject([{ text: "No second factor.", owner: tom.id, audit }]);
  expect(answer.counts).toMatchObject({ open: 1, findings: 1, findingsLate: 0 });
  const desk = await ask(server, "GET /api/chaperone/desk?part=actions", { token: priya.token });
  expect(desk.body.rows).toContainEqual(
    expect.objectContaining({ text: "No second factor.", page: `/audits?open=${audit}` }),
  );
  // Tom knows of what he is to do, and of nothing else.
  const work = await ask(server, "GET /api/chaperone/my-work", { token: tom.token });
  expect(JSON.stringify(work.body)).toContain("No second factor.");
  expect((await list(tom)).status).toBe(403);

  const close = { conclusion: "One without a second factor.", evidence: "List, printed.", nextOn: day(90) };
  expect((await on(priya, "audit_rounds", "close", round, close)).status).toBe(200);
  const [closed] = rowsIn(server, "SELECT * FROM audit_rounds WHERE id = ?", round);
  expect(closed).toMatchObject({ state: "closed", found: 1, missed: lines.length - 2, closedOn: day(0) });
  expect(rowsIn(server, "SELECT nextOn FROM audits WHERE id = ?", audit)).toEqual([{ nextOn: day(90) }]);
  expect((await tick(ingrid, of(noor.id), { answer: "factor-on" })).status).toBe(403);
  expect(() => behindTheBack(server, "UPDATE audit_lines SET answer = 'factor-on'")).toThrow(
    /kept as it was/,
  );
});

test("one round at a time, a closed one stays, and what is out of the programme is out", async () => {
  const { priya, ingrid, server } = cast;
  const { audit, round } = await begun();
  const twice = await Promise.all([
    on(priya, "audits", "begin", audit),
    on(ingrid, "audits", "begin", audit),
  ]);
  expect(twice.every(({ status }) => status === 400)).toBe(true);
  expect(codeOf(await on(priya, "audits", "retire", audit, { reason: "No paper left." }))).toEqual([
    "id not-now",
  ]);
  const close = { conclusion: "All well.", evidence: "", nextOn: day(180) };
  expect(codeOf(await on(priya, "audit_rounds", "close", round, { ...close, nextOn: undefined }))).toEqual([
    "data.nextOn not-asked",
  ]);
  expect((await on(priya, "audit_rounds", "close", round, close)).status).toBe(200);
  expect((await on(priya, "audit_rounds", "close", round, close)).status).toBe(403);
  expect((await on(priya, "audits", "retire", audit, { reason: "No paper left." })).status).toBe(200);
  expect((await on(priya, "audits", "begin", audit)).status).toBe(403);
  const ids = async (query: string) =>
    (await list(priya, query)).body.rows.map(({ id }: { id: string }) => id);
  expect(await ids("")).not.toContain(audit);
  expect(await ids("?state=retired")).toContain(audit);
  expect(rowsIn(server, "SELECT id FROM audit_rounds WHERE audit = ?", audit)).toHaveLength(1);
});

describe("what does not fit is refused", () => {
  test.each([
    ["a day that is none", { nextOn: "2027-02-29" }, "data.nextOn invalid_format"],
    ["a day gone by", { nextOn: "2020-01-01" }, "data.nextOn too-early"],
    ["a day in three years", { nextOn: day(1_100) }, "data.nextOn too-late"],
    ["a template that is none", { template: "roof" }, "data.template invalid_value"],
    ["every three years", { every: 36 }, "data.every too_big"],
    ["nobody's owner", { owner: "a".repeat(15) }, "data.owner unknown"],
    ["one of our own without lines", { template: "own", title: "Archive" }, "data.questions missing"],
    ["one of our own without a title", { template: "own", questions: "Locked" }, "data.title missing"],
    ["lines of a template", { questions: "Locked" }, "data.questions not-asked"],
    ["a patient's number", { subject: "943 476 5919" }, "data.subject names-a-patient"],
    ["31 lines", { template: "own", title: "X", questions: "a\n".repeat(31) }, "data.questions too_big"],
  ])("%s", async (_, data, code) => expect(codeOf(await plan(cast.priya, data))).toEqual([code]));
});

test("an audit of the clinic's own has its lines, and one that is done once has no next day", async () => {
  const { round, lines, audit } = await begun({
    template: "own",
    title: "Archive in the loft",
    questions: "The hatch is locked\n\n  The boxes are dry  ",
    every: 0,
  });
  expect(lines.map(({ text }) => text)).toEqual(["The hatch is locked", "The boxes are dry"]);
  const close = { conclusion: "All well.", evidence: "" };
  expect((await on(cast.priya, "audit_rounds", "close", round, close)).status).toBe(200);
  expect(rowsIn(cast.server, "SELECT nextOn FROM audits WHERE id = ?", audit)).toEqual([{ nextOn: "" }]);
});

test("pages come in order, each row once; a late one is on the desk of its owner and open in the review", async () => {
  const { priya, ingrid, server } = cast;
  for (let i = 0; i < 55; i += 1)
    await plan(priya, { template: "browsers", owner: ingrid.id, nextOn: day(300 + (i % 4)) });
  const first = (await list(priya, "?template=browsers")).body;
  const second = (await list(priya, `?template=browsers&after=${encodeURIComponent(first.next)}`)).body;
  expect((await list(priya, "?template=browsers&format=paper")).body.rows).toHaveLength(50);
  expect(String(eventsOf(server, "audits.act")[0]?.detail)).toContain('"action":"export"');
  const all = [...first.rows, ...second.rows];
  expect([first.rows.length, second.next, new Set(all.map(({ id }) => id)).size]).toEqual([50, null, 55]);
  const id = all[0].id;
  behindTheBack(server, `UPDATE audits SET nextOn = '${day(-20)}' WHERE id = '${id}'`);
  expect((await list(priya, "?state=late")).body.rows.map((row: { id: string }) => row.id)).toEqual([id]);
  const desk = (await ask(server, "GET /api/chaperone/desk", { token: ingrid.token })).body;
  expect(desk.rows).toContainEqual(
    expect.objectContaining({ text: "Audit: Browsers covered", mine: true, page: `/audits?open=${id}` }),
  );
  const { body } = await act(server, priya.token, "reviews.prepare", {});
  const [item] = rowsIn(server, "SELECT * FROM review_items WHERE review = ? AND key = 'audits'", body.id);
  expect(JSON.parse(String(item?.facts))).toMatchObject({ open: expect.stringContaining("n audit is late") });
});
