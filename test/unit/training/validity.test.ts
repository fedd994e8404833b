import { expect, test } from "vitest";
import { daysAfter, lastDayOf, monthsAfter } from "#domain/registers/training/validity";

test.each([
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-02-29", 48, "2028-02-29"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2026-12-31", 2, "2027-02-28"],
  ["2026-03-29", 12, "2027-03-29"],
  ["2026-11-30", 0, ""],
])("%s every %i months counts until %s", (completedOn, months, last) => {
  expect(lastDayOf(completedOn, months)).toBe(last);
});

test("days go over month ends, years and changes of the clock", () => {
  expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysAfter("2026-03-28", 2)).toBe("2026-03-30");
  expect(daysAfter("2028-03-01", -1)).toBe("2028-02-29");
  expect(monthsAfter("2026-05-31", 13)).toBe("2027-06-30");
});
