import { expect, test } from "vitest";
import { daysLeft } from "#lib/format/days-left.ts";

const now = Date.parse("2026-11-30T23:30:00.000Z");
test.each([
  ["2026-11-30T12:00:00.000Z", "today"],
  ["2026-11-30T23:59:59.999Z", "today"],
  ["2026-12-01T00:00:00.000Z", "tomorrow"],
  ["2026-12-05T23:59:59.999Z", "5 days"],
  ["2026-11-29T23:59:59.999Z", "1 day over"],
  ["2026-09-21T12:00:00.000Z", "70 days over"],
])("a deadline of the day of %s: %s", (last, words) => {
  expect(daysLeft(last, "Europe/London", now)).toBe(words);
});

test("a day is the clinic's, on the days too on which the clocks change", () => {
  const zone = "Europe/London";
  expect(daysLeft("2026-10-25T23:59:59.999Z", zone, Date.parse("2026-10-24T22:59:00.000Z"))).toBe("tomorrow");
  expect(daysLeft("2026-10-25T23:59:59.999Z", zone, Date.parse("2026-10-24T23:01:00.000Z"))).toBe("today");
});
