import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantsOf, readingAt } from "#domain/base/local-time";
import {
  askings,
  icoDue,
  needsDelayReason,
  provisionalStart,
  timesProblems,
  unanswered,
} from "#domain/registers/incidents/clock";
import { offsetOf } from "./zones.ts";

const london = offsetOf("Europe/London");
const due = (reading: string) => instantsOf(reading, london).map((ms) => readingAt(icoDue(ms), london));
const hour = 3_600_000;

test.each([
  ["clocks go back in between", "2026-10-24T15:00", ["2026-10-27T14:00"]],
  ["Good Friday, clocks go forward in between", "2027-03-26T18:05", ["2027-03-29T19:05"]],
  ["clocks go forward in between", "2027-03-27T10:15", ["2027-03-30T11:15"]],
  ["Christmas does not roll", "2026-12-24T17:30", ["2026-12-27T17:30"]],
  ["a Friday", "2026-11-20T16:40", ["2026-11-23T16:40"]],
  ["the hour that comes twice has two answers", "2026-10-25T01:30", ["2026-10-28T00:30", "2026-10-28T01:30"]],
  ["the hour left out has none", "2027-03-28T01:30", []],
])("72 hours: %s", (_, aware, expected) => expect(due(aware)).toEqual(expected));

test("a provisional clock ends 72 hours after it happened: Fri 20 Nov 17:40 -> Mon 23 Nov 17:40", () => {
  const [sent = 0] = instantsOf("2026-11-20T17:40", london);
  const start = provisionalStart(sent, sent + 5 * hour);
  expect(readingAt(icoDue(start), london)).toBe("2026-11-23T17:40");
  expect(provisionalStart(sent + hour, sent)).toBe(sent);
  expect([unanswered(start, start + 72 * hour - 1), unanswered(start, start + 72 * hour)]).toEqual([
    false,
    true,
  ]);
});

test.each([
  ["71:59", 71 * 60 + 59, false],
  ["72:00", 72 * 60, false],
  ["72:01", 72 * 60 + 1, true],
])("sent at %s", (_, minutes, asked) => expect(needsDelayReason(0, minutes * 60_000)).toBe(asked));

test("asked: duty at once, the deputy after two hours, both at 24, 48, 60, 68 and 71", () => {
  expect(askings(0).map(({ who, hour: at }) => `${who} ${at}`)).toEqual([
    "duty 0",
    "deputy 2",
    ...[24, 48, 60, 68, 71].flatMap((at) => [`duty ${at}`, `deputy ${at}`]),
  ]);
});

describe("times of a breach", () => {
  const minute = 60_000;
  const since = minute;
  const now = 10 * minute;
  test.each([
    ["nothing known", {}, []],
    [
      "all in order",
      {
        occurredFrom: 2 * minute,
        occurredTo: 5 * minute,
        detected: 4 * minute,
        aware: 5 * minute,
        reportedInternally: 3 * minute,
      },
      [],
    ],
    ["in the future", { aware: now + 1 }, ["aware in-future"]],
    ["before the clinic", { occurredFrom: minute - 1 }, ["occurredFrom before-clinic"]],
    [
      "ends before it begins",
      { occurredFrom: 5 * minute, occurredTo: 5 * minute - 1 },
      ["occurredTo wrong-order"],
    ],
    [
      "detected before it began",
      { occurredFrom: 5 * minute, detected: 4 * minute },
      ["detected wrong-order"],
    ],
    ["aware before detected", { detected: 5 * minute, aware: 4 * minute }, ["aware wrong-order"]],
    [
      "told before it began",
      { occurredFrom: 5 * minute, reportedInternally: 4 * minute },
      ["reportedInternally wrong-order"],
    ],
    ["within the same minute nothing is out of order", { detected: 5 * minute + 999, aware: 5 * minute }, []],
    ["aware before told internally is possible", { aware: 4 * minute, reportedInternally: 5 * minute }, []],
  ])("%s", (_, times, expected) =>
    expect(timesProblems(times, now, since).map(({ field, code }) => `${field} ${code}`)).toEqual(expected),
  );
});

describe("for every moment", () => {
  const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });

  test("the due moment lies 72 elapsed hours later, whatever the clocks do", () =>
    fc.assert(fc.property(moment, (ms) => icoDue(ms) - ms === 72 * hour)));

  test("a reading names its own moment, and at most one other an hour away", () =>
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom("Europe/London", "UTC", "Australia/Lord_Howe", "America/St_Johns"),
        (at, zone) => {
          const offsetAt = offsetOf(zone);
          const ms = at - (at % 60_000);
          const named = instantsOf(readingAt(ms, offsetAt), offsetAt);
          return named.includes(ms) && named.length <= 2 && named.every((one) => Math.abs(one - ms) <= hour);
        },
      ),
    ));

  test("a provisional clock never starts after it happened, nor after we heard", () =>
    fc.assert(
      fc.property(moment, moment, (occurred, received) => {
        const start = provisionalStart(occurred, received);
        return start <= occurred && start <= received && (start === occurred || start === received);
      }),
    ));
});

test.each(["2026-02-30T10:00", "2026-10-25 01:30", "2026-10-25T24:00", ""])("no reading: %s", (reading) =>
  expect(() => instantsOf(reading, london)).toThrow(RangeError),
);
