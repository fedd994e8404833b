import { expect, test } from "vitest";
import {
  ago,
  clock,
  countdown,
  dateIn,
  dateInWords,
  dayAfter,
  dayBefore,
  exact,
  longDay,
  moment,
  shortDay,
  span,
  startOf,
} from "#lib/format/time.ts";

const london = "Europe/London";
const now = Date.parse("2026-11-20T11:16:00Z");

test.each([
  ["2026-11-20T10:32:07.000Z", london, "10:32:07"],
  ["2026-07-20T10:32:07.000Z", london, "11:32:07"],
  ["2026-11-20 10:32:07.000Z", london, "10:32:07"],
  ["2026-11-20T00:05:00.000Z", london, "00:05:00"],
  ["2026-11-20T10:32:07.000Z", "Asia/Kathmandu", "16:17:07"],
  ["", london, "unknown time"],
  ["yesterday", london, "unknown time"],
])("the clock of %s in %s reads %s", (instant, zone, expected) => {
  expect(clock(instant, zone, true)).toBe(expected);
});

test.each([
  ["2026-11-20T10:41:00.000Z", "today 10:41"],
  ["2026-11-19T17:55:00.000Z", "yesterday 17:55"],
  ["2026-11-18T17:31:00.000Z", "Wed 18 Nov, 17:31"],
  ["2025-11-18T17:31:00.000Z", "Tue 18 Nov 2025, 17:31"],
  ["2026-09-18T16:31:00.000Z", "Fri 18 Sep, 17:31"],
])("the moment %s is said as %s", (instant, expected) => {
  expect(moment(instant, london, now)).toBe(expected);
});

test("yesterday is the clinic's yesterday, over a change of the clocks too", () => {
  // On 25 October 2026 the clocks in London go back; an hour after midnight UTC it is Sunday there twice over.
  expect(moment("2026-10-24T23:30:00.000Z", london, Date.parse("2026-10-26T00:30:00Z"))).toBe(
    "yesterday 00:30",
  );
});

test.each([
  [0, "now"],
  [-30_000, "now"],
  [9 * 60_000, "9 min ago"],
  [60 * 60_000, "1 h ago"],
  [13 * 3_600_000, "yesterday 22:16"],
])("%i milliseconds ago is %s", (gone, expected) => {
  expect(ago(new Date(now - gone).toISOString(), london, now)).toBe(expected);
});

test("what was never seen is said so", () => {
  expect(ago("", london, now)).toBe("never");
});

test.each([
  [40_000, "40 s"],
  [12 * 60_000, "12 min"],
  [29 * 3_600_000 + 20 * 60_000, "29 h 20 min"],
  [-11 * 60_000, "11 min"],
  [71 * 3_600_000, "71 h"],
  [72 * 3_600_000, "3 days"],
  [6.9 * 86_400_000, "6 days"],
])("%i milliseconds span %s", (length, expected) => {
  expect(span(length)).toBe(expected);
});

test.each([
  [600_000, "10:00"],
  [544_001, "9:05"],
  [900, "0:01"],
  [-5, "0:00"],
])("%i milliseconds left count down as %s", (left, expected) => {
  expect(countdown(left)).toBe(expected);
});

test.each([
  ["2026-11-20", london, "2026-11-20T00:00:00.000Z"],
  ["2026-07-20", london, "2026-07-19T23:00:00.000Z"],
  ["2026-03-29", london, "2026-03-29T00:00:00.000Z"],
  ["2026-10-25", london, "2026-10-24T23:00:00.000Z"],
  ["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z"],
  ["2026-11-20", "Pacific/Kiritimati", "2026-11-19T10:00:00.000Z"],
  ["2026-02-30", london, undefined],
  ["20 11 2026", london, undefined],
])("the date %s begins in %s at %s", (date, zone, expected) => {
  expect(startOf(date, zone)).toBe(expected);
});

test("dates are written as the notes say", () => {
  expect(exact("2026-11-20T10:32:07.000Z", london)).toBe("Friday 20 November 2026, 10:32:07 GMT");
  expect(exact("2026-07-20T10:32:07.000Z", london)).toBe("Monday 20 July 2026, 11:32:07 BST");
  expect(shortDay("2026-11-20T10:32:07.000Z", london, now)).toBe("Fri 20 Nov");
  expect(longDay(now, london)).toBe("Friday 20 November");
  expect(dateInWords("2026-03-03T00:00:00.000Z", london)).toBe("3 March 2026");
  expect(dateIn("Pacific/Auckland", now)).toBe("2026-11-21");
  expect(dayBefore("2026-03-01")).toBe("2026-02-28");
  expect(dayAfter("2026-12-31")).toBe("2027-01-01");
});
