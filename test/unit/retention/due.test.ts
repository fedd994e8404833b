import { describe, expect, test } from "vitest";
import { type RetentionLine, retentionSchedules, scheduleFor } from "#domain/law/retention-lines";
import { type DueAnswer, dueOf, type RecordFacts } from "#domain/registers/retention/due";
import { slowDue } from "./slow-due.ts";

const today = "2040-01-01";
const none = new Map<string, number>();
const answers = { legalForm: "body", nhsWork: "no" } as const;
const england = scheduleFor({ nation: "england", careRegulator: "cqc", ...answers });
const wales = scheduleFor({ nation: "wales", careRegulator: "hiw", ...answers });
const northern = scheduleFor({ nation: "northern-ireland", careRegulator: "rqia", ...answers });
const scotland = scheduleFor({ nation: "scotland", careRegulator: "his", ...answers });

const facts = (some: Partial<RecordFacts>): RecordFacts => ({
  about: "general",
  grownUp: false,
  lastSeen: "",
  lastEntry: "",
  born: "",
  died: "",
  ...some,
});
const keptTo = (answer: DueAnswer) => (answer.is === "due" ? `${answer.keptTo}, ${answer.month}` : answer);

describe("worked cases", () => {
  test.each([
    [
      "an adult last seen 29 Feb 2024",
      england,
      { grownUp: true, lastSeen: "2024-02-29" },
      "2032-02-29, 2032-03-01",
    ],
    [
      "born 10 Mar 2010, last seen at 17",
      england,
      { born: "2010-03-10", lastSeen: "2027-05-01" },
      "2036-03-10, 2036-04-01",
    ],
    [
      "the same, last seen at 16",
      england,
      { born: "2010-03-10", lastSeen: "2026-11-01" },
      "2035-03-10, 2035-04-01",
    ],
    [
      "born 29 Feb 2008, last seen at 17",
      england,
      { born: "2008-02-29", lastSeen: "2025-06-01" },
      "2034-02-28, 2034-03-01",
    ],
    ["last seen 21 Nov 2018", england, { grownUp: true, lastSeen: "2018-11-21" }, "2026-11-21, 2026-12-01"],
    ["an adult in December", england, { grownUp: true, lastSeen: "2018-12-31" }, "2026-12-31, 2027-01-01"],
    [
      "Wales, from the last entry",
      wales,
      { born: "1980-01-01", lastSeen: "2020-01-01", lastEntry: "2020-06-30" },
      "2028-06-30, 2028-07-01",
    ],
    [
      "Wales, 17 at the end",
      wales,
      { born: "2005-05-05", lastSeen: "2022-06-01", lastEntry: "2022-06-01" },
      "2031-05-05, 2031-06-01",
    ],
    [
      "Wales, a dentist’s, the end of treatment",
      wales,
      { about: "dental", born: "2010-05-05", lastSeen: "2022-06-01", lastEntry: "2022-06-01" },
      "2030-06-01, 2030-07-01",
    ],
    [
      "Northern Ireland, adult",
      northern,
      { born: "1980-01-01", lastSeen: "2020-01-01", lastEntry: "2020-01-01" },
      "2030-01-01, 2030-02-01",
    ],
    [
      "Northern Ireland, 17 at the end",
      northern,
      { born: "2005-05-05", lastSeen: "2022-06-01", lastEntry: "2022-06-01" },
      "2032-06-01, 2032-07-01",
    ],
    [
      "Northern Ireland, 10 at the end",
      northern,
      { born: "2005-05-05", lastSeen: "2015-06-01", lastEntry: "2015-06-01" },
      "2032-05-05, 2032-06-01",
    ],
    [
      "mental health, died",
      england,
      { about: "mental", born: "1950-01-01", lastSeen: "2015-01-01", died: "2016-02-02" },
      "2026-02-02, 2026-03-01",
    ],
    [
      "mental health of a child: the longest",
      england,
      { about: "mental", born: "2008-01-01", lastSeen: "2020-01-01" },
      "2040-01-01, 2040-02-01",
    ],
  ] as const)("%s", (_, schedule, some, expected) => {
    expect(keptTo(dueOf(facts(some), schedule, none, today))).toBe(expected);
  });

  test("a record that comes back into use starts again", () => {
    const due = (lastSeen: string) => keptTo(dueOf(facts({ grownUp: true, lastSeen }), england, none, today));
    expect([due("2018-01-10"), due("2026-01-10")]).toEqual([
      "2026-01-10, 2026-02-01",
      "2034-01-10, 2034-02-01",
    ]);
  });
});

describe("lines to check before use", () => {
  test("make nothing due until the clinic has confirmed a period, and are never law", () => {
    const dental = facts({ about: "dental", grownUp: true, lastSeen: "2018-01-10" });
    expect(dueOf(dental, england, none, today)).toEqual({
      is: "waits",
      rowClass: "dental",
      line: "england-dental",
    });
    const confirmed = new Map([["england-dental", 15]]);
    expect(keptTo(dueOf(dental, england, confirmed, today))).toBe("2033-01-10, 2033-02-01");
    const died = facts({ born: "1950-01-01", lastSeen: "2015-01-01", died: "2016-02-02" });
    expect(dueOf(died, england, none, today)).toMatchObject({ is: "waits", line: "england-dead" });
    expect(
      dueOf(facts({ grownUp: true, lastSeen: "2015-01-01", lastEntry: "2015-01-01" }), scotland, none, today)
        .is,
    ).toBe("waits");
  });

  test("are the only ones without years, and statute is only what was read", () => {
    for (const { force, lines } of retentionSchedules) {
      for (const { sure, years } of lines) {
        if (years === 0) expect(sure).toBe("check");
        if (force === "code") expect(sure).not.toBe("read");
      }
      if (force === "statute") expect(lines.some(({ sure }) => sure === "read")).toBe(true);
    }
    const ids = retentionSchedules.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("where nobody said whether the clinic is registered, the statute’s longer periods are taken", () => {
    expect(scheduleFor({ nation: "northern-ireland", careRegulator: "", ...answers }).force).toBe("statute");
    expect(scheduleFor({ nation: "wales", careRegulator: "none", ...answers }).force).toBe("none");
  });
});

test.each([
  ["born-after", england, { born: "2020-01-01", lastSeen: "2019-12-31" }],
  ["future", england, { grownUp: true, lastSeen: "2040-01-02" }],
  ["no-birth", england, { lastSeen: "2020-01-01" }],
  ["no-use", england, { born: "2000-01-01" }],
  ["no-entry", wales, { born: "2000-01-01", lastSeen: "2020-01-01" }],
  ["seen-after-death", england, { born: "2000-01-01", lastSeen: "2020-01-01", died: "2019-01-01" }],
  ["died-before-birth", england, { born: "2000-01-01", lastEntry: "2020-01-01", died: "1999-01-01" }],
  ["adult-is-child", england, { grownUp: true, born: "2010-01-01", lastSeen: "2020-01-01" }],
] as const)("a record is refused: %s", (fault, schedule, some) => {
  expect(dueOf(facts(some), schedule, none, today)).toEqual({ is: "fault", fault });
});

test("agrees with a slow count, day by day, on 3,000 records of every nation", () => {
  let seed = 20_261_130;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const day = (from: number, days: number): string => {
    const leap = random(12) === 0 ? Date.UTC(1992 + 4 * random(7), 1, 29) : Number.NaN;
    return new Date(Number.isNaN(leap) ? from + random(days) * 86_400_000 : leap).toISOString().slice(0, 10);
  };
  const abouts: RetentionLine["about"][] = [
    "general",
    "general",
    "general",
    "mental",
    "gp",
    "dental",
    "maternity",
    "transplant",
  ];
  const confirmed = new Map([
    ["england-dead", 8],
    ["england-dental", 15],
    ["scotland-adult", 6],
    ["scotland-child", 25],
  ]);
  const is = { due: 0, waits: 0, fault: 0 };
  for (let i = 0; i < 3_000; i += 1) {
    const lastSeen = day(Date.UTC(1995, 0, 1), 11_000);
    const record = facts({
      about: abouts[random(abouts.length)] ?? "general",
      born: day(Date.UTC(1975, 0, 1), 14_000),
      lastSeen,
      lastEntry: random(3) === 0 ? day(Date.UTC(1995, 0, 1), 11_000) : lastSeen,
      died: random(6) === 0 ? day(Date.UTC(2000, 0, 1), 10_000) : "",
    });
    const schedule = retentionSchedules[random(retentionSchedules.length)] ?? england;
    const answer = dueOf(record, schedule, confirmed, today);
    is[answer.is] += 1;
    if (answer.is !== "fault")
      expect({ record, answer }).toMatchObject({ answer: slowDue(record, schedule, confirmed) });
  }
  expect(is.due).toBeGreaterThan(1_000);
  expect(is.waits).toBeGreaterThan(100);
  expect(is.fault).toBeGreaterThan(100);
});
