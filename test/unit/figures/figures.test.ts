import { describe, expect, test } from "vitest";
import { dateAt, startOfDay } from "#domain/base/local-time";
import { median } from "#domain/base/median";
import { coverageBy, type Day, type Paired } from "#domain/figures/coverage";
import { type StepIncident, stepOf } from "#domain/figures/steps";
import { isRecorded } from "#domain/figures/trends";
import { type YearIncident, yearBefore, yearFigures, yearSpan } from "#domain/figures/year";
import { daysOfWeek, weekOf, weeksUpTo } from "#domain/registers/reviews/week";
import { startOf } from "#lib/format/time.ts";
import { offsetOf } from "../breach/zones.ts";

const coverageOf = (days: readonly Day[], browsers: readonly Paired[], nowMs: number) =>
  coverageBy(browsers, nowMs)(days);

const hour = 3_600_000;

describe("weeks at the clinic", () => {
  test("this one is the last; over new year and the change of the clocks none is left out", () => {
    expect(weeksUpTo("2027-01-04", 3)).toEqual(["2026-12-21", "2026-12-28", "2027-01-04"]);
    expect(weeksUpTo("2026-11-23", 8)[0]).toBe("2026-10-05");
    expect(weeksUpTo("2026-11-23", 26)[0]).toBe("2026-06-01");
    expect(weeksUpTo("2026-11-23", 26)).toHaveLength(26);
    expect(daysOfWeek("2026-10-19").at(-1)).toBe("2026-10-25");
  });

  test.each([
    ["Europe/London", "2026-10-19", 169],
    ["Europe/London", "2026-10-26", 168],
    ["Europe/London", "2027-03-22", 167],
    ["Pacific/Auckland", "2026-09-21", 167],
    ["Africa/Cairo", "2026-04-20", 167],
    ["Asia/Kathmandu", "2026-10-19", 168],
    ["UTC", "2027-03-22", 168],
  ])("in %s the week of %s has %i hours, as the pages count them", (zone, monday, hours) => {
    const offsetAt = offsetOf(zone);
    const after = new Date(Date.parse(`${monday}T00:00:00Z`) + 7 * 24 * hour).toISOString().slice(0, 10);
    expect(weekOf(after)).toBe(after);
    expect((startOfDay(after, offsetAt) - startOfDay(monday, offsetAt)) / hour).toBe(hours);
    for (const day of [...daysOfWeek(monday), after]) {
      expect(new Date(startOfDay(day, offsetAt)).toISOString()).toBe(startOf(day, zone));
      expect(dateAt(startOfDay(day, offsetAt), offsetAt)).toBe(day);
      expect(dateAt(startOfDay(day, offsetAt) - 1, offsetAt) < day).toBe(true);
    }
  });

  test("what began within a week is recorded from that week on; what never began is not", () => {
    expect(isRecorded("2026-11-08", "2026-11-09")).toBe(false);
    expect(isRecorded("2026-11-15", "2026-11-09")).toBe(true);
    expect(isRecorded("2026-11-15", "2026-11-15")).toBe(true);
    expect(isRecorded("2026-11-15", null)).toBe(false);
  });
});

test.each([
  [[], undefined],
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[100, 2, 10], 10],
])("the middle of %j is %s", (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

describe("coverage", () => {
  const day = (at: number, seen: number): Day => ({ start: at * 24, end: (at + 1) * 24, seen });
  const always = { from: 0, until: undefined };

  test("browser days that were seen, of those of the browsers paired then", () => {
    const browsers = [always, { from: 30, until: undefined }, { from: 0, until: 40 }];
    // The second is paired within day 1, on which the third is revoked.
    const days = [day(0, 2), day(1, 2), day(2, 1)];
    expect(coverageOf(days, browsers, 99)).toEqual({ seen: 5, of: 2 + 3 + 2, silent: 0 });
  });

  test("a day without any is silent, and no part of the rest; today is not over", () => {
    expect(coverageOf([day(0, 1), day(1, 0), day(2, 0)], [always], 50)).toEqual({
      seen: 1,
      of: 1,
      silent: 1,
    });
    expect(coverageOf([day(0, 0), day(1, 0)], [always], 99)).toEqual({ seen: 0, of: 0, silent: 2 });
  });

  test("before the first browser, and on days to come, nothing is silent", () => {
    expect(coverageOf([day(0, 0), day(1, 1)], [{ from: 24, until: undefined }], 30)).toEqual({
      seen: 1,
      of: 1,
      silent: 0,
    });
    expect(coverageOf([day(0, 0)], [], 99)).toEqual({ seen: 0, of: 0, silent: 0 });
    expect(coverageOf([day(5, 0)], [always], 99)).toEqual({ seen: 0, of: 0, silent: 0 });
  });

  test("is never more than all", () => {
    expect(coverageOf([day(0, 2)], [always], 99)).toEqual({ seen: 2, of: 2, silent: 0 });
  });
});

describe("how long a step took", () => {
  const breach = { triageVerdict: "breach", controllerIco: "tell", closed: false };
  type Times = StepIncident["times"];
  test.each<[Parameters<typeof stepOf>[0], Times, Partial<StepIncident>, string, number?]>([
    ["detect", { occurredFrom: 0, detectedAt: 5 }, {}, "known", 5],
    ["detect", { detectedAt: 5 }, {}, "unknown"],
    ["decide", { awareAt: 3, provisionalFrom: 0, triagedAt: 5 }, {}, "known", 2],
    ["decide", { provisionalFrom: 0, triagedAt: 5 }, {}, "known", 5],
    ["decide", { provisionalFrom: 0 }, {}, "waiting"],
    ["decide", { provisionalFrom: 0 }, { closed: true }, "unknown"],
    ["decide", { triagedAt: 5 }, {}, "unknown"],
    ["contain", { awareAt: 6, containedAt: 5 }, {}, "known", 0],
    ["contain", { awareAt: 6 }, {}, "waiting"],
    ["contain", { awareAt: 6 }, { triageVerdict: "near-miss" }, "not-asked"],
    ["contain", { provisionalFrom: 1, containedAt: 3 }, { triageVerdict: "near-miss" }, "known", 2],
    ["notify", { awareAt: 1, icoSentAt: 9 }, {}, "known", 8],
    ["notify", { icoSentAt: 9, provisionalFrom: 1 }, {}, "unknown"],
    ["notify", { awareAt: 1 }, {}, "waiting"],
    ["notify", { awareAt: 1 }, { controllerIco: "record-only" }, "not-asked"],
    ["notify", { awareAt: 1 }, { controllerIco: "" }, "not-asked"],
    ["notify", { awareAt: 1, icoSentAt: 2 }, { controllerIco: "" }, "known", 1],
  ])("%s with %j %j is %s", (step, times, more, state, ms) => {
    expect(stepOf(step, { ...breach, ...more, times })).toEqual(ms === undefined ? { state } : { state, ms });
  });
});

describe("a year", () => {
  const one = (number: number, more: Partial<YearIncident> = {}): YearIncident => ({
    id: `breach00000000${number}`,
    number,
    verdict: "breach",
    triageVerdict: "breach",
    kind: "other",
    cause: "not-known-yet",
    controllerIco: "",
    closed: false,
    times: {},
    ...more,
  });
  const stepIn = (incidents: YearIncident[], step: string) =>
    yearFigures(incidents).steps.find((figure) => figure.step === step);

  test("without incidents is empty, and knows no times", () => {
    const { total, verdicts, steps } = yearFigures([]);
    expect([total, verdicts.breach, steps.length]).toEqual([0, 0, 4]);
    for (const figure of steps) {
      expect(figure).toMatchObject({ known: 0, waiting: 0, unknown: 0, median: null, longest: null });
    }
  });

  test("one incident is its own median and longest", () => {
    const times = { occurredFrom: 0, detectedAt: 4 };
    expect(stepIn([one(1, { times })], "detect")).toEqual({
      step: "detect",
      known: 1,
      waiting: 0,
      unknown: 0,
      median: 4,
      longest: { ms: 4, id: "breach000000001", number: 1 },
    });
  });

  test("unknown times and incidents that go on are told apart, and are no part of the median", () => {
    const incidents = [
      one(1, { times: { provisionalFrom: 0, triagedAt: 2 } }),
      one(2, { times: { provisionalFrom: 0, triagedAt: 10 } }),
      one(3, { times: { provisionalFrom: 0 }, verdict: "undecided" }),
      one(4, { times: {}, closed: true, verdict: "near-miss" }),
    ];
    expect(stepIn(incidents, "decide")).toMatchObject({
      known: 2,
      waiting: 1,
      unknown: 1,
      median: 6,
      longest: { ms: 10, number: 2 },
    });
    expect(yearFigures(incidents).verdicts).toEqual({ breach: 2, "near-miss": 1, neither: 0, undecided: 1 });
  });

  test.each([
    [undefined, "2026-11-24", "2025-11-25", "2026-11-24"],
    [undefined, "2028-02-29", "2027-03-01", "2028-02-29"],
    [undefined, "2029-02-28", "2028-02-29", "2029-02-28"],
    [undefined, "2026-12-31", "2026-01-01", "2026-12-31"],
    [undefined, "2027-01-01", "2026-01-02", "2027-01-01"],
    [2025, "2026-11-24", "2025-01-01", "2025-12-31"],
  ])("%s as of %s goes from %s to %s", (year, today, from, to) => {
    expect(yearSpan(year, today)).toEqual({ from, to });
    // The year before ends the day before, and no day lies in both or in neither.
    const earlier = yearBefore({ from });
    expect(Date.parse(from) - Date.parse(earlier.to)).toBe(24 * hour);
    const days = (Date.parse(earlier.to) - Date.parse(earlier.from)) / (24 * hour) + 1;
    expect([365, 366]).toContain(days);
  });
});
