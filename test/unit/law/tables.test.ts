import { describe, expect, test } from "vitest";
import { candourYearsDue, owesCandourYear } from "#domain/law/candour-year";
import { complaintRules } from "#domain/law/complaints";
import { financialYearName, financialYearOf } from "#domain/law/financial-year";
import { type FourAnswers, nations, notAnswered } from "#domain/law/four-answers";
import { careNotices, careNoticesOf, writtenNotices } from "#domain/law/notices";
import { careRegulators, dataRegulatorOn, fitsNation, inFull } from "#domain/law/regulators";
import { retentionFor, retentionRules } from "#domain/law/retention";
import { type LawRule, sourceLine } from "#domain/law/rule";
import { rulesOfClinic } from "#domain/law/rules-of-clinic";
import { trainingTargets, trainingTargetsFor } from "#domain/law/training";
import { monthsAfter, workingDaysAfter } from "#domain/law/working-days";
import { hasNhsGrid } from "#domain/registers/incidents/nhs-grid";

const clinic = (more: Partial<FourAnswers> = {}): FourAnswers => ({
  nation: "england",
  careRegulator: "none",
  legalForm: "body",
  nhsWork: "no",
  ...more,
});
const registered = {
  england: "cqc",
  scotland: "his",
  wales: "hiw",
  "northern-ireland": "rqia",
} as const;

describe("the regulator of data is the one of the day", () => {
  test.each([
    ["2018-05-25", "Information Commissioner (ICO), ico.org.uk"],
    ["2026-09-29", "Information Commissioner (ICO), ico.org.uk"],
    ["2026-09-30", "Information Commission (ICO), ico.org.uk"],
    ["2030-01-01", "Information Commission (ICO), ico.org.uk"],
    ["2001-01-01", "Information Commissioner (ICO), ico.org.uk"],
  ])("%s: %s", (day, name) => expect(inFull(dataRegulatorOn(day))).toBe(name));
  test("its later name was not read in the instrument, and says so", () =>
    expect(dataRegulatorOn("2026-11-29").sure).toBe("second-hand"));
});

test("nobody is registered with the regulator of another nation", () => {
  for (const nation of nations) {
    for (const { id } of Object.values(careRegulators)) {
      expect(fitsNation(id, nation)).toBe(id === registered[nation]);
    }
    expect(fitsNation("none", nation) && fitsNation("", nation)).toBe(true);
  }
});

test("what is not answered is named, in the order of the questions", () => {
  expect(notAnswered(clinic())).toEqual([]);
  expect(notAnswered(clinic({ careRegulator: "", nhsWork: "" }))).toEqual(["careRegulator", "nhsWork"]);
});

describe("notices go to the regulator that the clinic is registered with, with its own clock", () => {
  test.each([
    ["cqc", ["(e)", "(f)", "(g)"], "without-delay"],
    ["hiw", ["31(1)(a)", "31(1)(d)", "31(1)(e)"], "within"],
    ["rqia", ["28(1)(a)", "28(1)(d)", "28(1)(e)", "28(1)(f)"], "within"],
  ])("%s", (whom, lines, clock) => {
    const found = careNoticesOf(whom);
    for (const line of lines) expect(found.map(({ source }) => source.section).join(" ")).toContain(line);
    const [first] = found;
    expect(first?.clock.is).toBe(clock);
    if (first?.clock.is === "within") expect(first.clock.span).toMatchObject({ amount: 24, unit: "hour" });
  });
  test("a threat to the service is enough for the CQC", () =>
    expect(careNotices.find(({ id }) => id === "cqc-18-2-g")?.text).toContain("threatens"));
  test("no list of HIS was found: to be checked, without a clock", () =>
    expect(careNoticesOf("his")).toMatchObject([{ sure: "check", clock: { is: "none" } }]));
  test.each(["", "none"])("registered with %j: nobody is told", (whom) =>
    expect(careNoticesOf(whom)).toEqual([]),
  );
});

describe("retention is law where regulations name it, and else a code or to be checked", () => {
  const law = (answers: FourAnswers) =>
    retentionFor(answers).filter(({ sure, policy }) => sure === "read" && policy !== true);
  test.each([
    [clinic({ nation: "wales", careRegulator: "hiw" }), "8 years from the last entry"],
    [clinic({ nation: "wales", careRegulator: "hiw" }), "25th birthday"],
    [clinic({ nation: "northern-ireland", careRegulator: "rqia" }), "10 years from the last entry"],
    [clinic({ nation: "northern-ireland", careRegulator: "rqia" }), "27th birthday"],
  ])("%o: %s", (answers, words) =>
    expect(
      law(answers)
        .map(({ text }) => text)
        .join("; "),
    ).toContain(words),
  );
  test.each([
    clinic(),
    clinic({ careRegulator: "cqc" }),
    clinic({ nation: "scotland", careRegulator: "his" }),
    clinic({ nation: "wales" }),
    clinic({ nation: "wales", careRegulator: "" }),
    clinic({ nation: "northern-ireland" }),
  ])("%o: none is law", (answers) => expect(law(answers)).toEqual([]));
});

describe("the NHS's targets and grid are England's, for who works for the NHS there", () => {
  test.each(nations)("%s", (nation) => {
    for (const nhsWork of ["yes", "no"] as const) {
      const answers = clinic({ nation, nhsWork });
      const expected = nation === "england" && nhsWork === "yes";
      expect(hasNhsGrid(answers)).toBe(expected);
      expect(trainingTargetsFor(answers).some(({ id }) => id === "training-dspt")).toBe(expected);
    }
  });
  test("no target passes for law", () =>
    expect(trainingTargets.every(({ policy, sure }) => policy === true && sure !== "read")).toBe(true));
});

test("every rule carries nation, whom it binds, source, the day it was read, and how sure we are", () => {
  const all: LawRule[] = [
    ...careNotices,
    ...writtenNotices,
    ...retentionRules,
    ...trainingTargets,
    ...complaintRules,
  ];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const rule of all) {
    expect(rule.nations.length).toBeGreaterThan(0);
    for (const words of [rule.binds, rule.text, rule.source.title]) expect(words).not.toBe("");
    expect(rule.source.read).toMatch(/^2026-11-29$/);
    if (rule.sure !== "read") expect(sourceLine(rule)).toMatch(/^Check before use: /);
  }
});

test("changing one answer changes what follows", () => {
  const ids = (answers: FourAnswers) =>
    rulesOfClinic(answers).flatMap(({ rules }) => rules.map(({ id }) => id));
  const before = clinic({ careRegulator: "cqc" });
  expect(ids(before)).toContain("cqc-18-2-e");
  const after = ids(clinic({ nation: "northern-ireland", careRegulator: "rqia" }));
  expect(after).toContain("rqia-28-theft");
  expect(after.some((id) => id.startsWith("cqc"))).toBe(false);
  expect(ids(clinic({ nation: "scotland", careRegulator: "his" }))).toContain("candour-scotland-year");
  expect(ids(clinic({ nation: "scotland", careRegulator: "his", legalForm: "person" }))).not.toContain(
    "candour-scotland-year",
  );
});

describe("Scotland's yearly report", () => {
  test.each([
    [clinic({ nation: "scotland", careRegulator: "his" }), true],
    [clinic({ nation: "scotland", careRegulator: "his", legalForm: "person" }), false],
    [clinic({ nation: "scotland", careRegulator: "his", legalForm: "" }), false],
    [clinic({ nation: "scotland", nhsWork: "yes" }), true],
    [clinic({ nation: "scotland" }), false],
    [clinic({ careRegulator: "cqc" }), false],
  ])("%o owes it: %s", (answers, owes) => expect(owesCandourYear(answers)).toBe(owes));

  test("years end with March; the last one is owed until it is published, this one comes next", () => {
    expect(financialYearOf("2026-03-31")).toEqual({ first: "2025-04-01", last: "2026-03-31" });
    expect(financialYearOf("2026-04-01")).toEqual({ first: "2026-04-01", last: "2027-03-31" });
    expect(financialYearName("2026-03-31")).toBe("2025-26");
    const both = [
      { last: "2026-03-31", from: "2026-04-01" },
      { last: "2027-03-31", from: "2027-04-01" },
    ];
    expect(candourYearsDue("2026-11-29", "", [])).toEqual(both);
    expect(candourYearsDue("2026-11-29", "2026-03-31", [])).toEqual(both);
    expect(candourYearsDue("2026-11-29", "2026-04-01", [])).toEqual(both.slice(1));
    expect(candourYearsDue("2026-11-29", "", ["2026-03-31"])).toEqual(both.slice(1));
  });
});

describe("days are counted by the nation's calendar", () => {
  test.each([
    ["2026-12-18", 5, "wales", "2026-12-29"],
    ["2026-12-18", 5, "scotland", "2026-12-29"],
    ["2026-11-27", 1, "scotland", "2026-12-01"],
    ["2026-11-27", 1, "wales", "2026-11-30"],
    ["2027-03-24", 2, "scotland", "2027-03-29"],
    ["2027-03-24", 2, "wales", "2027-03-30"],
    ["2027-12-30", 2, "wales", undefined],
    ["2025-06-02", 5, "wales", undefined],
  ] as const)("%s and %i working days, %s: %s", (day, count, nation, found) =>
    expect(workingDaysAfter(day, count, nation)).toBe(found),
  );
  test.each([
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-08-31", 3, "2026-11-30"],
    ["2026-11-29", 1, "2026-12-29"],
  ] as const)("%s and %i months: %s", (day, months, found) => expect(monthsAfter(day, months)).toBe(found));
});
