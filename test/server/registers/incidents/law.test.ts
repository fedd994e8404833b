import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { candourYearAnswer } from "#domain/law/candour-figures";
import { careNoticesOf } from "#domain/law/notices";
import { incidentReport } from "#domain/registers/incidents/report";
import { deskAnswer } from "#domain/work/desk";
import { clinicDay } from "../../../support/clinic-time.ts";
import { act, ask } from "../../people/clinic.ts";
import { rowsIn } from "../../people/database.ts";
import { ago, type Cast, castOf, changeClinic, newBreach, onCase, stored } from "./cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});
afterAll(() => cast?.server.stop());

const answers = {
  england: { nation: "england", careRegulator: "cqc", legalForm: "body", nhsWork: "no" },
  scotland: { nation: "scotland", careRegulator: "his", legalForm: "body", nhsWork: "no" },
  wales: { nation: "wales", careRegulator: "hiw", legalForm: "body", nhsWork: "yes" },
  "northern-ireland": { nation: "northern-ireland", careRegulator: "rqia", legalForm: "body", nhsWork: "no" },
} as const;

const codes = ({ body }: { body: { data?: Record<string, { code: string }> } }) =>
  Object.fromEntries(Object.entries(body.data ?? {}).map(([field, { code }]) => [field, code]));
const clinic = () => rowsIn(cast.server, "SELECT * FROM clinic")[0] ?? {};
const tryChange = (data: object) =>
  act(cast.server, cast.priya.token, "clinic.change", data, {
    id: "clinic000000000",
    version: Number(clinic().version),
  });
const deskOf = async (id: string) => {
  const { body } = await ask(cast.server, "GET /api/chaperone/desk?part=clocks", { token: cast.priya.token });
  return deskAnswer
    .parse(body)
    .rows.filter(
      ({ breach, kind }) => breach === id && (kind === "care-asked" || kind === "care" || kind === "candour"),
    )
    .map(({ kind, text, withoutDelay, from, due }) => ({
      kind,
      text,
      withoutDelay,
      hours: (Date.parse(due) - Date.parse(from)) / 3_600_000,
    }));
};
const todayOf = async (id: string) => {
  const { body } = await ask(cast.server, "GET /api/chaperone/today", { token: cast.priya.token });
  return (body.owed.rows as { breach: string; kind: string }[])
    .filter(({ breach }) => breach === id)
    .map(({ kind }) => kind)
    .sort();
};
const frozen = async (id: string, version: number): Promise<string> => {
  const path = `${cast.server.url}/api/chaperone/breach-report?id=${id}&version=${version}`;
  return (await fetch(path, { headers: { authorization: cast.priya.token } })).text();
};

describe("the answer about registration belongs to its nation", () => {
  test("another nation's regulator is refused", async () => {
    expect(codes(await tryChange({ careRegulator: "hiw" }))).toEqual({
      "data.careRegulator": "another-nation",
    });
    expect(codes(await tryChange({ nation: "wales", careRegulator: "cqc" }))).toEqual({
      "data.careRegulator": "another-nation",
    });
  });
  test("a move asks it anew, and the inspector's name follows the answer", async () => {
    await changeClinic(cast.server, cast.priya, answers.england);
    expect(clinic()).toMatchObject({ careRegulator: "cqc", regulator: "Care Quality Commission" });
    await changeClinic(cast.server, cast.priya, { nation: "scotland" });
    expect(clinic()).toMatchObject({ nation: "scotland", careRegulator: "", regulator: "" });
    await changeClinic(cast.server, cast.priya, { careRegulator: "his" });
    expect(clinic()).toMatchObject({ regulator: "Healthcare Improvement Scotland" });
  });
});

/** Says whether the regulator of care has to be told, as somebody does who sees the lines of that nation's. */
function careOf(seen: keyof typeof answers, id: string, data: { applies: string[]; reason: string }) {
  const lines = careNoticesOf(answers[seen].careRegulator).map((one) => one.id);
  return onCase(cast.server, cast.priya, "care", id, { lines, ...data });
}

describe("the regulator of care: asked on the desk and today, then told, by nation", () => {
  test.each([
    ["england", "CQC", true, 0],
    ["wales", "HIW", false, 24],
    ["northern-ireland", "RQIA", false, 24],
  ] as const)("%s", async (nation, short, withoutDelay, hours) => {
    const { server, priya } = cast;
    await changeClinic(server, priya, answers[nation]);
    const id = await newBreach(cast);
    const asked = { kind: "care-asked", text: `Say whether ${short} has to be told`, withoutDelay, hours };
    expect(await deskOf(id)).toEqual([asked]);
    expect(await todayOf(id)).toEqual(["care-asked", "ico"]);
    const [line] = careNoticesOf(answers[nation].careRegulator);
    const applies = [line?.id ?? ""];
    const foreign = await careOf(nation, id, { applies: ["his-list"], reason: "So." });
    expect(codes(foreign)).toEqual({ "data.applies": "another-regulator" });
    const named = await careOf(nation, id, { applies, reason: "NHS number 943 476 5919." });
    expect(Object.keys(codes(named))).toEqual(["data.reason"]);
    expect((await careOf(nation, id, { applies, reason: "It is such an event." })).status).toBe(200);
    expect(await deskOf(id)).toMatchObject([{ kind: "care", withoutDelay, hours }]);
    expect(await todayOf(id)).toEqual(["care", "ico"]);
    const done = { id: line?.id, done: true, at: ago(0.1), note: "By telephone." };
    expect((await onCase(server, priya, "notice", id, done)).status).toBe(200);
    const left = (await deskOf(id)).map(({ text }) => text);
    expect(left).toHaveLength(nation === "england" ? 0 : 1);
    for (const text of left) expect(text).toContain("in writing");
  });

  test("an answer to the lines of another regulator is none, though its version is the newest", async () => {
    const { server, priya } = cast;
    await changeClinic(server, priya, answers.wales);
    const id = await newBreach(cast);
    const stale = await careOf("england", id, { applies: [], reason: "A mail alone." });
    expect(codes(stale)).toEqual({ "data.lines": "changed" });
    expect(await deskOf(id)).toMatchObject([{ kind: "care-asked" }]);
  });

  test("none of it is an answer, and a clinic that is registered with nobody is not asked", async () => {
    const { server, priya } = cast;
    await changeClinic(server, priya, answers["northern-ireland"]);
    const id = await newBreach(cast);
    expect((await careOf("northern-ireland", id, { applies: [], reason: "A mail alone." })).status).toBe(200);
    expect(await deskOf(id)).toEqual([]);
    await changeClinic(server, priya, { careRegulator: "none" });
    expect(await deskOf(await newBreach(cast))).toEqual([]);
    const refused = await careOf("northern-ireland", id, { applies: [], reason: "So." });
    expect(codes(refused)).toEqual({ id: "not-asked" });
  });
});

test("a change of the answers changes what is not frozen; what is frozen stays byte for byte", async () => {
  const { server, priya } = cast;
  await changeClinic(server, priya, answers.scotland);
  const id = await newBreach(cast);
  const facts = {
    care: "private",
    resulted: "could",
    harm: "lasting",
    opinion: "uninvolved",
    opinionAt: ago(1),
    reason: "A colleague who was not involved looked at it.",
  };
  expect((await onCase(server, priya, "candour", id, facts)).status).toBe(200);
  expect((await deskOf(id)).map(({ kind, withoutDelay }) => [kind, withoutDelay])).toEqual([
    ["candour", true],
    ["candour", false],
  ]);
  expect((await onCase(server, priya, "version", id)).status).toBe(200);
  const scottish = await frozen(id, 1);
  const first = incidentReport.parse(JSON.parse(scottish));
  expect(first.law).toMatchObject({
    careRegulator: "his",
    candour: { binds: "law", met: "yes", rule: { id: "candour-scotland", sure: "read" } },
    regulator: { short: "ICO", web: "ico.org.uk" },
  });
  expect(first.otherNotices.map((one) => one.id)).toContain("candour-scotland-told");

  // In England what could only result starts nothing; for a person in Scotland nothing does.
  await changeClinic(server, priya, answers.england);
  await careOf("england", id, { applies: [], reason: "Nothing of it." });
  expect(await deskOf(id)).toEqual([]);
  expect((await onCase(server, priya, "version", id)).status).toBe(200);
  const second = incidentReport.parse(JSON.parse(await frozen(id, 2)));
  expect(second.law).toMatchObject({
    careRegulator: "cqc",
    candour: { met: "no", rule: { id: "candour-england-private" } },
  });
  expect(second.otherNotices.map((one) => one.id)).not.toContain("candour-scotland-told");
  await changeClinic(server, priya, { ...answers.scotland, legalForm: "person" });
  expect(await deskOf(id)).toEqual([]);
  expect(await frozen(id, 1)).toBe(scottish);
  expect((await onCase(server, priya, "candour", id, { ...facts, opinionAt: ago(-5) })).status).toBe(400);
  expect(JSON.parse(String(stored(server, id).candour))).toMatchObject({ harm: "lasting" });
});

describe("Scotland's yearly report", () => {
  const year = (token: string, last: string) =>
    ask(cast.server, `GET /api/chaperone/candour-year?year=${last}`, { token });
  const thisYear = () => {
    const [year = "", month = ""] = clinicDay().split("-");
    const ends = Number(year) + (Number(month) > 3 ? 1 : 0);
    return { current: `${ends}-03-31`, before: `${ends - 1}-03-31` };
  };
  const yearly = async () => {
    const { body } = await ask(cast.server, "GET /api/chaperone/desk?part=clocks", {
      token: cast.priya.token,
    });
    return deskAnswer
      .parse(body)
      .rows.filter(({ kind }) => kind === "candour-year")
      .map(({ text }) => text);
  };

  test("stands on the desk until it is published, and its figures name nobody", async () => {
    const { server, priya, tom } = cast;
    await changeClinic(server, priya, answers.scotland);
    const { current, before } = thisYear();
    expect(await yearly()).toEqual([before, current]);
    const { status, body } = await year(priya.token, current);
    expect(status).toBe(200);
    const figures = candourYearAnswer.parse(body);
    expect(figures).toMatchObject({ incidents: 1, byHarm: [{ harm: "lasting", count: 1 }] });
    expect(figures.open).toBeGreaterThan(0);
    expect((await year(tom.token, current)).status).toBe(403);
    expect((await year(priya.token, "2026-01-01")).status).toBe(400);

    const record = (data: object) =>
      act(server, priya.token, "clinic.candourReport", data, {
        id: "clinic000000000",
        version: Number(clinic().version),
      });
    const days = { publishedOn: ago(48).slice(0, 10), toldOn: ago(24).slice(0, 10) };
    expect(codes(await record({ year: current, ...days }))).toEqual({ "data.year": "too_big" });
    expect(codes(await record({ year: before, publishedOn: days.toldOn, toldOn: days.publishedOn }))).toEqual(
      {
        "data.toldOn": "wrong-order",
      },
    );
    expect((await record({ year: before, ...days })).status).toBe(200);
    expect(await yearly()).toEqual([current]);
  });

  test("is no matter of a person, nor of another nation", async () => {
    const { server, priya } = cast;
    for (const other of [{ ...answers.scotland, legalForm: "person" }, answers.wales]) {
      await changeClinic(server, priya, other);
      expect(await yearly()).toEqual([]);
      expect((await year(priya.token, thisYear().current)).status).toBe(400);
    }
  });
});
