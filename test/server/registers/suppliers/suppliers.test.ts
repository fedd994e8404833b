import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { termKeys } from "#domain/law/processor-terms";
import { supplierPage } from "#domain/registers/suppliers/question";
import { clinicDay } from "../../../support/clinic-time.ts";
import { inServer } from "../../../support/server/in-server.ts";
import { act, ask, type SignedIn } from "../../people/clinic.ts";
import { behindTheBack, eventsOf, rowsIn } from "../../people/database.ts";
import { type Cast, castOf } from "../incidents/cast.ts";
import { allYes, checkOf, ofHost } from "./entries.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const day = (days: number) => clinicDay(days);
const add = (who: SignedIn, more: object = {}) =>
  act(cast.server, who.token, "suppliers.add", { ...ofHost(cast.priya.id), nextCheck: day(200), ...more });
const versionOf = (id: string) =>
  Number(rowsIn(cast.server, "SELECT version FROM suppliers WHERE id = ?", id)[0]?.version);
const on = (who: SignedIn, id: string, what: string, data: object) =>
  act(cast.server, who.token, `suppliers.${what}`, data, { id, version: versionOf(id) });
const list = (who: SignedIn, query = "") =>
  ask(cast.server, `GET /api/chaperone/suppliers${query}`, { token: who.token });
const codeOf = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.entries(body.data ?? {}).map(([field, { code }]) => `${field} ${code}`);

test("the clinical system's and the mail host's entries wait until they are filled", async () => {
  const kinds = async () => (await list(cast.priya)).body.prepared.map(({ kind }: { kind: string }) => kind);
  expect(await kinds()).toEqual(["clinical-system", "mail"]);
  const { body } = await add(cast.priya);
  expect(await kinds()).toEqual(["clinical-system"]);
  await on(cast.priya, body.id, "end", { endedOn: day(0), leftData: "deleted", reason: "Moved away." });
  expect(await kinds()).toEqual(["clinical-system", "mail"]);
});

test("an entry is judged: no terms, then seven of eight, then in order; a late check; and it ends", async () => {
  const { priya, ingrid } = cast;
  const { body } = await add(ingrid, { name: "Ní Bhriain Hosting" });
  const one = async () =>
    (await list(priya, "?kind=mail")).body.rows.find(({ id }: { id: string }) => id === body.id);
  expect(await one()).toMatchObject({ termsLeft: 8, checkedOn: "", state: "in-use" });
  await on(ingrid, body.id, "terms", { terms: termKeys.slice(0, 7), termsOn: "2026-01-05" });
  expect(await one()).toMatchObject({ termsLeft: 1 });
  await on(ingrid, body.id, "terms", { terms: [...termKeys], termsOn: "2026-01-05" });
  expect((await on(priya, body.id, "check", checkOf(day(365)))).status).toBe(200);
  expect(await one()).toMatchObject({ termsLeft: 0, checkedOn: day(0), nextCheck: day(365) });
  const ids = async (state: string) =>
    (await list(priya, `?state=${state}`)).body.rows.map(({ id }: { id: string }) => id);
  expect(await ids("in-order")).toContain(body.id);

  behindTheBack(cast.server, `UPDATE suppliers SET nextCheck = '${day(-3)}' WHERE id = '${body.id}'`);
  expect(await ids("late")).toEqual([body.id]);
  expect(await ids("in-order")).not.toContain(body.id);
  const { rows } = (await ask(cast.server, "GET /api/chaperone/desk", { token: priya.token })).body;
  expect(rows).toContainEqual(
    expect.objectContaining({
      text: "Check the supplier Ní Bhriain Hosting",
      kind: "other",
      mine: true,
      page: `/suppliers?open=${body.id}`,
    }),
  );
  const ended = { endedOn: day(0), leftData: "given-back", reason: "Another host now." };
  expect((await on(ingrid, body.id, "end", ended)).status).toBe(200);
  expect(await ids("late")).toEqual([]);
  expect((await on(ingrid, body.id, "end", ended)).status).toBe(403);
  expect((await on(ingrid, body.id, "check", checkOf(day(90)))).status).toBe(403);
  expect(eventsOf(cast.server, "suppliers.act").length).toBeGreaterThan(4);
  expect(() => behindTheBack(cast.server, "DELETE FROM supplier_checks")).toThrow(/append-only/);
});

describe("what does not fit is refused, and nothing is half done", () => {
  test.each([
    ["a day that is none", { contractOn: "2025-02-29" }, "data.contractOn invalid_format"],
    ["a contract to come", { contractOn: "2099-01-01" }, "data.contractOn in-future"],
    ["a check in the past", { nextCheck: "2020-01-01" }, "data.nextCheck too-early"],
    ["a check in three years", { nextCheck: day(1_100) }, "data.nextCheck too-late"],
    ["a patient's number", { data: "943 476 5919" }, "data.data names-a-patient"],
    ["two lines", { name: "a\nb" }, "data.name invalid_format"],
    ["nobody's kind", { kind: "florist" }, "data.kind invalid_value"],
    ["no country abroad", { place: "elsewhere" }, "data.country missing"],
    ["a ground at home", { ground: "idta" }, "data.ground not-asked"],
    [
      "risk without a ground",
      { place: "elsewhere", country: "India", groundOn: "2026-01-05" },
      "data.groundOn not-asked",
    ],
    ["no holder", { holder: "a".repeat(15) }, "data.holder unknown"],
  ])("%s", async (_, data, code) => {
    const before = rowsIn(cast.server, "SELECT count(*) AS n FROM suppliers")[0]?.n;
    expect(codeOf(await add(cast.priya, data))).toEqual([code]);
    expect(rowsIn(cast.server, "SELECT count(*) AS n FROM suppliers")[0]?.n).toBe(before);
  });

  test("staff and auditors can't hold one", async () => {
    for (const { id } of [cast.tom, cast.ruth])
      expect(codeOf(await add(cast.priya, { holder: id }))).toEqual(["data.holder unknown"]);
  });

  test("a check: earlier than the last, without a word where something is found, the ground at home", async () => {
    const { body } = await add(cast.priya);
    const check = (more: object) => on(cast.priya, body.id, "check", checkOf(day(90), more));
    expect((await check({})).status).toBe(200);
    expect(codeOf(await check({ checkedOn: day(-1) }))).toEqual(["data.checkedOn wrong-order"]);
    expect(codeOf(await check({ answers: { ...allYes, place: "no" } }))).toEqual(["data.note missing"]);
    expect(codeOf(await check({ answers: { ...allYes, ground: "yes" } }))).toEqual([
      "data.answers not-asked",
    ]);
    expect(codeOf(await check({ checkedOn: day(1) }))).toEqual(["data.checkedOn in-future"]);
    const named = { answers: { ...allYes, breach: "no" }, note: "The letter of Mrs Ellery came back." };
    expect(codeOf(await check(named))).toEqual(["data.note names-a-patient"]);
    expect(rowsIn(cast.server, "SELECT id FROM supplier_checks WHERE supplier = ?", body.id)).toHaveLength(1);
  });

  test("terms of who decides for itself", async () => {
    const { body } = await add(cast.priya, { role: "controller", kind: "laboratory" });
    const terms = { terms: ["a"], termsOn: "2026-01-05" };
    expect(codeOf(await on(cast.priya, body.id, "terms", terms))).toEqual(["data.terms not-asked"]);
  });
});

test("staff neither read nor write it, an auditor reads", async () => {
  const { tom, ruth } = cast;
  expect((await list(tom)).status).toBe(403);
  expect((await add(tom)).status).toBe(403);
  expect((await list(ruth)).status).toBe(200);
  expect((await add(ruth)).status).toBe(403);
});

test("two who check at once: the second is told", async () => {
  const { priya, ingrid, server } = cast;
  const { body } = await add(priya);
  const send = (who: SignedIn) =>
    act(server, who.token, "suppliers.check", checkOf(day(90)), { id: body.id, version: 1 });
  const both = await Promise.all([send(priya), send(ingrid)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.message).toMatch(/changed this meanwhile/);
});

test("pages come in order, each row once, and the CSV holds all of them and is recorded", async () => {
  const { priya, server } = cast;
  const answers = [];
  for (let i = 0; i < supplierPage + 5; i += 1) {
    const role = i % 3 === 0 ? "controller" : "processor";
    answers.push(await add(priya, { name: `=Row ${i}`, kind: "other", role, nextCheck: day(10 + (i % 7)) }));
  }
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const first = (await list(priya, "?kind=other")).body;
  expect(first.rows).toHaveLength(supplierPage);
  const second = (await list(priya, `?kind=other&after=${encodeURIComponent(first.next)}`)).body;
  expect(second).toMatchObject({ next: null });
  const all = [...first.rows, ...second.rows];
  expect(new Set(all.map(({ id }) => id)).size).toBe(supplierPage + 5);
  const order = all.map(({ role, nextCheck, id }) => [role === "processor" ? 0 : 1, nextCheck, id].join());
  expect(order).toEqual([...order].sort());
  const csv = await fetch(`${server.url}/api/chaperone/suppliers?kind=other&format=csv`, {
    headers: { authorization: priya.token },
  });
  const text = await csv.text();
  expect(text.split("\r\n").filter((line) => line.startsWith("'=Row"))).toHaveLength(supplierPage + 5);
  expect(text).toContain("kind = other");
  expect(eventsOf(server, "suppliers.act")[0]?.detail).toContain('"action":"export"');
  // What a paper is made of is taken away as much: once, however many pages it has.
  const before = eventsOf(server, "suppliers.act").length;
  const paper = await list(priya, "?kind=other&format=paper");
  await list(priya, `?kind=other&format=paper&after=${encodeURIComponent(paper.body.next)}`);
  expect(paper.body.rows).toHaveLength(supplierPage);
  expect(eventsOf(server, "suppliers.act")).toHaveLength(before + 1);
  expect((await list(priya, "?format=docx")).status).toBe(400);
  expect((await list(priya, "?kind=other&after=nonsense")).body.rows).toHaveLength(supplierPage);
});

test("an action is given on a supplier, and on nothing that is none", async () => {
  const { priya, noor, server } = cast;
  const { body } = await add(priya);
  const given = { register: "suppliers", text: "Ask for the terms.", owner: noor.id, due: day(14) };
  expect((await act(server, priya.token, "actions.add", { ...given, subject: body.id })).status).toBe(200);
  const desk = await ask(server, "GET /api/chaperone/desk?part=actions", { token: noor.token });
  expect(desk.body.rows).toContainEqual(
    expect.objectContaining({ text: given.text, mine: true, page: `/suppliers?open=${body.id}` }),
  );
  expect(
    codeOf(await act(server, priya.token, "actions.add", { ...given, subject: "a".repeat(15) })),
  ).toEqual(["data.subject unknown"]);
});

test("whoever holds one is reminded a week before, and once its day has passed, without a name", async () => {
  const { priya, server } = cast;
  const remind = () => inServer(server, "remind");
  const dueIn = async (days: number): Promise<string> => {
    const { body } = await add(priya);
    behindTheBack(server, `UPDATE suppliers SET nextCheck = '${day(days)}' WHERE id = '${body.id}'`);
    return body.id;
  };
  const ids = [await dueIn(8), await dueIn(7), await dueIn(0), await dueIn(-1)];
  await remind();
  await remind();
  const said = ids.map((id) =>
    rowsIn(server, "SELECT * FROM reminders WHERE subject = ? AND saidAt <> ''", id).map(({ kind, to }) => [
      kind,
      to,
    ]),
  );
  const once = (kind: string) => [[kind, priya.id]];
  expect(said).toEqual([[], once("day-supplier-duty"), [], once("day-supplier-over-duty")]);

  // The one whose day is over is checked, and its next day lies so that its reminder falls on the same midnight.
  const moved = String(ids[3]);
  behindTheBack(server, `UPDATE suppliers SET nextCheck = '${day(7)}' WHERE id = '${moved}'`);
  await remind();
  await remind();
  const both = rowsIn(
    server,
    "SELECT kind FROM reminders WHERE subject = ? AND saidAt <> '' ORDER BY kind",
    moved,
  );
  expect(both.map(({ kind }) => kind)).toEqual(["day-supplier-duty", "day-supplier-over-duty"]);
});

test("the review has one item of it, and figures and pack count its checks", async () => {
  const { priya, server } = cast;
  const { body } = await act(server, priya.token, "reviews.prepare", {});
  const [item] = rowsIn(server, "SELECT * FROM review_items WHERE review = ? AND key = 'suppliers'", body.id);
  expect(item).toMatchObject({ title: "Partners and suppliers", decision: "" });
  const facts = JSON.parse(String(item?.facts));
  expect(facts.figures.map(({ name }: { name: string }) => name)).toContain("Art. 28 terms missing");
  const { weeks } = (await ask(server, "GET /api/chaperone/trends?weeks=8", { token: priya.token })).body;
  const last = weeks.at(-1).registers.suppliers;
  expect(last.inOrder).toBeGreaterThan(1);
});
