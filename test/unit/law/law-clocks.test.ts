import { describe, expect, test } from "vitest";
import { nothingSaid } from "#domain/law/candour-facts";
import type { FourAnswers } from "#domain/law/four-answers";
import { careNoticesOf } from "#domain/law/notices";
import type { CandourAnswer, CareAnswer } from "#domain/registers/incidents/law/answers";
import { type LawCase, lawClocks, lawNotices } from "#domain/registers/incidents/law/clocks";

const hour = 3_600_000;
const happened = Date.parse("2026-11-28T10:00:00.000Z");
/** A clinic whose clocks are those of UTC. */
const calendar = {
  date: (ms: number) => new Date(ms).toISOString().slice(0, 10),
  endOf: (day: string) => Date.parse(`${day}T00:00:00.000Z`) + 24 * hour,
};
const clinic = (more: Partial<FourAnswers>): FourAnswers => ({
  nation: "england",
  careRegulator: "cqc",
  legalForm: "body",
  nhsWork: "no",
  ...more,
});
const welsh = clinic({ nation: "wales", careRegulator: "hiw" });
const northern = clinic({ nation: "northern-ireland", careRegulator: "rqia" });
const scottish = clinic({ nation: "scotland", careRegulator: "his" });

const incident = (more: Partial<LawCase> = {}): LawCase => ({
  state: "reported",
  happenedMs: happened,
  care: null,
  candour: null,
  noted: {},
  ...more,
});
const care = (whom: string, applies: readonly string[]): CareAnswer => ({
  lines: careNoticesOf(whom).map(({ id }) => id),
  applies: [...applies],
  reason: "It is so.",
  by: "",
  at: "2026-11-28T11:00:00.000Z",
});
const candour = (more: Partial<CandourAnswer>): CandourAnswer => ({
  ...nothingSaid,
  reason: "It is so.",
  by: "",
  at: "2026-11-28T12:00:00.000Z",
  ...more,
});
const told = (at: string) => ({ done: true, at, note: "" });
const rows = (answers: FourAnswers, one: LawCase) =>
  lawClocks(answers, one, calendar).map(({ what, id, dueMs, withoutDelay }) => ({
    what,
    id,
    due: new Date(dueMs).toISOString(),
    withoutDelay,
  }));

describe("whether the regulator of care has to be told is asked at once, with its own clock", () => {
  test.each([
    [clinic({}), "2026-11-28T10:00:00.000Z", true],
    [welsh, "2026-11-29T10:00:00.000Z", false],
    [northern, "2026-11-29T10:00:00.000Z", false],
  ])("%o", (answers, due, withoutDelay) => {
    expect(rows(answers, incident())).toEqual([{ what: "care-asked", id: "care-asked", due, withoutDelay }]);
  });
  test.each([scottish, clinic({ careRegulator: "none" }), clinic({ careRegulator: "" })])(
    "%o: no clock",
    (answers) => expect(rows(answers, incident())).toEqual([]),
  );
  test.each(["closed", "withdrawn"])("a case that is %s has none", (state) =>
    expect(rows(northern, incident({ state }))).toEqual([]),
  );
});

test("what applies runs until it is told; then the confirmation in writing does", () => {
  const applies = incident({ care: care("hiw", ["hiw-31-misconduct"]) });
  const due = { what: "care", id: "hiw-31-misconduct", due: "2026-11-29T10:00:00.000Z", withoutDelay: false };
  expect(rows(welsh, applies)).toEqual([due]);
  const noted = { "hiw-31-misconduct": told("2026-11-28T15:00:00.000Z") };
  expect(rows(welsh, { ...applies, noted })).toEqual([
    { what: "care", id: "hiw-31-written", due: "2026-12-01T15:00:00.000Z", withoutDelay: false },
  ]);
  const both = { ...noted, "hiw-31-written": told("2026-11-29T09:00:00.000Z") };
  expect(rows(welsh, { ...applies, noted: both })).toEqual([]);
  expect(lawNotices(welsh, { ...applies, noted })).toEqual(["hiw-31-misconduct", "hiw-31-written"]);
});

test("none of its lines is an answer; of another regulator's lines it is none", () => {
  expect(rows(northern, incident({ care: care("rqia", []) }))).toEqual([]);
  expect(rows(welsh, incident({ care: care("rqia", ["rqia-28-theft"]) }))).toMatchObject([
    { what: "care-asked" },
  ]);
});

test("a private dental practice in Wales tells as soon as is practicable, without a number of hours", () =>
  expect(rows(welsh, incident({ care: care("hiw", ["hiw-25-dentist"]) }))).toMatchObject([
    { withoutDelay: true },
  ]));

test("Scotland: the person told without delay, the review in three months from the opinion", () => {
  const facts = candour({
    resulted: "could",
    harm: "lasting",
    opinion: "uninvolved",
    opinionAt: "2026-11-30T09:00:00.000Z",
  });
  expect(rows(scottish, incident({ candour: facts }))).toEqual([
    { what: "candour", id: "candour-scotland-told", due: "2026-11-30T09:00:00.000Z", withoutDelay: true },
    { what: "candour", id: "candour-scotland-review", due: "2027-03-01T00:00:00.000Z", withoutDelay: false },
  ]);
  expect(rows(clinic({ ...scottish, legalForm: "person" }), incident({ candour: facts }))).toEqual([]);
});

test("Wales: a letter within five working days after telling an NHS patient; a private one starts no clock", () => {
  const nhs = clinic({ nation: "wales", careRegulator: "none", legalForm: "nhs-body", nhsWork: "yes" });
  const facts = candour({ care: "nhs", resulted: "could", harm: "more-than-minimal" });
  expect(rows(nhs, incident({ candour: facts }))).toMatchObject([
    { id: "candour-wales-told", withoutDelay: true },
  ]);
  // Friday 18 December: Christmas Day and its Monday are no working days.
  const noted = { "candour-wales-told": told("2026-12-18T10:00:00.000Z") };
  expect(rows(nhs, incident({ candour: facts, noted }))).toEqual([
    { what: "candour", id: "candour-wales-written", due: "2026-12-30T00:00:00.000Z", withoutDelay: false },
  ]);
  expect(rows(nhs, incident({ candour: { ...facts, care: "private" } }))).toEqual([]);
});

test("Wales, work for an NHS body: that the body was told starts no clock of the letter to the person", () => {
  const contractor = clinic({ nation: "wales", careRegulator: "hiw", legalForm: "body", nhsWork: "yes" });
  const facts = candour({ care: "nhs", resulted: "could", harm: "more-than-minimal" });
  const asked = incident({ care: care("hiw", []), candour: facts });
  const body = { "candour-wales-body": told("2026-12-14T10:00:00.000Z") };
  expect(rows(contractor, { ...asked, noted: body })).toMatchObject([
    { id: "candour-wales-for-nhs-told", withoutDelay: true },
  ]);
  const noted = { ...body, "candour-wales-for-nhs-told": told("2026-12-18T10:00:00.000Z") };
  expect(rows(contractor, { ...asked, noted })).toMatchObject([
    { id: "candour-wales-for-nhs-written", due: "2026-12-30T00:00:00.000Z" },
  ]);
});

test("England, private: what could only result starts no clock; Northern Ireland's policy starts none", () => {
  const facts = candour({ resulted: "could", harm: "lasting", opinion: "involved" });
  const asked = incident({ care: care("cqc", []), candour: facts });
  expect(rows(clinic({}), asked)).toEqual([]);
  expect(rows(clinic({}), { ...asked, candour: { ...facts, resulted: "appears" } })).toMatchObject([
    { id: "candour-england-told", withoutDelay: true },
  ]);
  const ni = incident({ care: care("rqia", []), candour: { ...facts, resulted: "appears" } });
  expect(rows(northern, ni)).toEqual([]);
  expect(lawNotices(northern, ni)).toEqual(["candour-ni-told"]);
});
