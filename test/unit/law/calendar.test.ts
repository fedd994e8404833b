import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BankHoliday, bankHolidays, type Division, holidaysKnown } from "#domain/law/bank-holidays";
import { type Nation, nations } from "#domain/law/four-answers";
import {
  calendarReach,
  daysAfter,
  daysBetween,
  isWorkingDay,
  monthLimit,
  monthsAfter,
  workingDayFrom,
  workingDaysAfter,
} from "#domain/law/working-days";

/** A second calendar that shares nothing with the first: it counts days one by one, and holidays by their rules. */
type Day = readonly [year: number, month: number, date: number];
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const longest = (year: number, month: number) =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const text = ([year, month, date]: Day) =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
const parse = (day: string): Day => day.split("-").map(Number) as unknown as Day;
function tomorrow([year, month, date]: Day): Day {
  if (date < longest(year, month)) return [year, month, date + 1];
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
}
/** 0 is Sunday; 1 January 2026 was a Thursday, and nothing before it is asked. */
function weekday(day: Day): number {
  let at: Day = [2026, 1, 1];
  let count = 4;
  while (text(at) !== text(day)) {
    at = tomorrow(at);
    count += 1;
  }
  return count % 7;
}
/** Easter Sunday as the Prayer Book's table counts it: the Sunday after the full moon of the golden number. */
function easter(year: number): Day {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skipped = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (11 * golden + 20 + moon - skipped) % 30;
  if (epact < 0) epact += 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let full = 44 - epact;
  if (full < 21) full += 30;
  let at: Day = [year, 3, 1];
  for (let days = 1; days < full; days += 1) at = tomorrow(at);
  do at = tomorrow(at);
  while (weekday(at) !== 0);
  return at;
}
const onMonday = (year: number, month: number, which: "first" | "last"): Day => {
  const mondays = Array.from(
    { length: longest(year, month) },
    (_, i) => [year, month, i + 1] as const,
  ).filter((day) => weekday(day) === 1);
  return (which === "first" ? mondays[0] : mondays[mondays.length - 1]) ?? [year, month, 1];
};
/** A day that falls on a weekend or on one that is taken is kept on the next that is free. */
function kept(days: readonly Day[]): string[] {
  const taken: string[] = [];
  for (const day of days) {
    let at = day;
    while ([0, 6].includes(weekday(at)) || taken.includes(text(at))) at = tomorrow(at);
    taken.push(text(at));
  }
  return taken;
}
function byRule(division: Division, year: number): string[] {
  const sunday = easter(year);
  let friday: Day = [year, 1, 1];
  while (text(tomorrow(tomorrow(friday))) !== text(sunday)) friday = tomorrow(friday);
  const scotland = division === "scotland";
  return [
    ...kept(
      scotland
        ? [
            [year, 1, 1],
            [year, 1, 2],
          ]
        : [[year, 1, 1]],
    ),
    text(friday),
    ...(scotland ? [] : [text(tomorrow(sunday))]),
    text(onMonday(year, 5, "first")),
    text(onMonday(year, 5, "last")),
    text(onMonday(year, 8, scotland ? "first" : "last")),
    ...kept([
      [year, 12, 25],
      [year, 12, 26],
    ]),
    ...(scotland ? kept([[year, 11, 30]]) : []),
    ...(division === "northern-ireland" ? [...kept([[year, 3, 17]]), ...kept([[year, 7, 12]])] : []),
  ].sort();
}
/** Proclaimed for once, and by no rule. */
const proclaimed: readonly string[] = ["2026-06-15"];

const all: Readonly<Record<Nation, Division>> = {
  england: "england-and-wales",
  wales: "england-and-wales",
  scotland: "scotland",
  "northern-ireland": "northern-ireland",
};
const rules = Object.fromEntries(
  nations.map((nation) => [nation, [2026, 2027].flatMap((year) => byRule(all[nation], year))]),
);
const slowWorks = (day: Day, nation: Nation) =>
  ![0, 6].includes(weekday(day)) &&
  !rules[nation]?.includes(text(day)) &&
  !(nation === "scotland" && proclaimed.includes(text(day)));

describe("the calendar of the clinic's nation", () => {
  test.each(Object.entries(bankHolidays))(
    "%s: each day of the list follows from the rules",
    (division, days) => {
      const listed = days.map(({ day }: BankHoliday) => day).filter((day) => !proclaimed.includes(day));
      expect(listed).toEqual([2026, 2027].flatMap((year) => byRule(division as Division, year)));
      for (const { day } of days) expect([0, 6]).not.toContain(weekday(parse(day)));
    },
  );

  const inside = fc.integer({ min: 0, max: 700 }).map((days) => daysAfter(holidaysKnown.from, days));
  const nation = fc.constantFrom(...nations);

  test("counts days and working days as somebody with a wall calendar does", () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 25 }), nation, (from, count, of) => {
        let at = parse(from);
        let left = count;
        while (left > 0) {
          at = tomorrow(at);
          if (slowWorks(at, of)) left -= 1;
        }
        const expected = text(at) > holidaysKnown.to ? undefined : text(at);
        expect(workingDaysAfter(from, count, of)).toBe(expected);
        let next = parse(from);
        while (!slowWorks(next, of)) next = tomorrow(next);
        expect(workingDayFrom(from, of)).toBe(text(next));
        expect(isWorkingDay(from, of)).toBe(slowWorks(parse(from), of));
      }),
      { numRuns: 60 },
    );
  });

  test("days after and between agree with each other and with the wall calendar, over leap days too", () => {
    const day = fc.integer({ min: 0, max: 25_000 }).map((days) => daysAfter("1990-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, count) => {
        let at = parse(from);
        for (let i = 0; i < count; i += 1) at = tomorrow(at);
        expect(daysAfter(from, count)).toBe(text(at));
        expect(daysBetween(from, text(at))).toBe(count);
        expect(daysAfter(text(at), -count)).toBe(from);
      }),
    );
  });

  test("months stay within the shorter month", () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 0, max: 30 }), (from, count) => {
        const [year, month, date] = parse(from);
        const to = [year + Math.floor((month - 1 + count) / 12), ((month - 1 + count) % 12) + 1] as const;
        expect(monthsAfter(from, count)).toBe(text([...to, Math.min(date, longest(...to))]));
      }),
    );
  });

  // Worked dates of the law that was read.
  test.each([
    ["2026-11-22", ["2026-12-22", "2026-12-22", "2026-12-22"]],
    ["2026-10-30", ["2026-11-30", "2026-12-01", "2026-11-30"]],
    ["2026-11-28", ["2026-12-29", "2026-12-29", "2026-12-29"]],
    ["2026-12-02", ["2027-01-04", "2027-01-05", "2027-01-04"]],
    ["2027-02-17", ["2027-03-17", "2027-03-17", "2027-03-18"]],
    ["2027-02-26", ["2027-03-30", "2027-03-29", "2027-03-30"]],
    ["2027-06-12", ["2027-07-12", "2027-07-12", "2027-07-13"]],
    ["2027-07-02", ["2027-08-02", "2027-08-03", "2027-08-02"]],
    ["2027-07-30", ["2027-08-31", "2027-08-30", "2027-08-31"]],
  ] as const)("asked on %s, due on %j", (received, days) => {
    const of = (one: Nation) => monthLimit(received, one);
    expect(["england", "scotland", "northern-ireland"].map((one) => of(one as Nation).day)).toEqual(days);
    expect(of("wales")).toEqual(of("england"));
  });

  test("where the list ends it says so, and takes the earlier day", () => {
    expect(monthLimit("2027-12-20", "england")).toEqual({ day: "2028-01-20", unsure: true });
    expect(isWorkingDay("2028-01-03", "scotland")).toBeUndefined();
    expect(calendarReach("2026-11-30")).toEqual({ to: "2027-12-31", daysLeft: 396, warns: false });
    expect(calendarReach("2027-06-30")).toMatchObject({ daysLeft: 184, warns: false });
    expect(calendarReach("2027-07-01")).toMatchObject({ daysLeft: 183, warns: true });
    expect(calendarReach("2028-02-01")).toMatchObject({ daysLeft: -32, warns: true });
  });
});
