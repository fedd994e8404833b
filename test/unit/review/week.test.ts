import { describe, expect, test } from "vitest";
import { type ActRule, isFrom } from "#domain/registers/register";
import { weeklyReviewActs } from "#domain/registers/reviews/acts";
import { agenda, type ReviewState, topicsOf } from "#domain/registers/reviews/agenda";
import { reviewDate, weekOf, weeksMissed } from "#domain/registers/reviews/week";

describe("weeks", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
    ["2026-11-30", "2026-11-30"],
    ["2027-01-01", "2026-12-28"],
    ["2026-10-25", "2026-10-19"],
  ])("%s lies in the week of %s", (date, monday) => {
    expect(weekOf(date)).toBe(monday);
  });

  test("before the first review nothing is missed; afterwards each week that was not held", () => {
    expect(weeksMissed(new Set(), undefined, "2026-11-23")).toEqual([]);
    const held = new Set(["2026-11-02", "2026-11-16"]);
    expect(weeksMissed(held, "2026-11-02", "2026-11-23")).toEqual(["2026-11-09"]);
    expect(weeksMissed(held, "2026-11-02", "2026-11-02")).toEqual([]);
  });

  test("over the new year and the change of the clocks weeks have seven days", () => {
    expect(weeksMissed(new Set(["2026-12-28"]), "2026-12-21", "2027-01-11")).toEqual([
      "2026-12-21",
      "2027-01-04",
    ]);
  });

  test("the day of the review", () => {
    expect(reviewDate("2026-11-23", "Tuesday")).toBe("2026-11-24");
    expect(reviewDate("2026-11-23", "Sunday")).toBe("2026-11-29");
    expect(reviewDate("2026-11-23", "")).toBe("");
  });
});

describe("topics", () => {
  const asks = (monday: string, last?: string) =>
    topicsOf(monday, last ? { "access-rights": last } : {}).some(({ key }) => key === "access-rights");

  test("weekly ones always, last week's actions first", () => {
    expect(topicsOf("2026-11-23", {})[0]?.key).toBe("last-actions");
    expect(topicsOf("2026-11-23", { "access-rights": "2026-11-02" })).toHaveLength(agenda.length - 1);
  });

  test("a monthly one in the month's first review, or when it was left out", () => {
    expect(asks("2026-11-23")).toBe(true);
    expect(asks("2026-11-23", "2026-11-02")).toBe(false);
    expect(asks("2026-12-07", "2026-11-02")).toBe(true);
    expect(asks("2027-01-04", "2026-12-07")).toBe(true);
    expect(asks("2027-01-04", "2026-01-05")).toBe(true);
  });
});

test("a signed review takes an addendum and nothing else; a missed week nothing", () => {
  const allowed = (state: ReviewState) =>
    Object.entries(weeklyReviewActs)
      .filter(([name, rule]) => name !== "messages.read" && isFrom(rule as ActRule, state))
      .map(([name]) => name);
  expect(allowed("prepared")).toEqual(["reviews.prepare", "reviews.hold", "reviews.missed"]);
  expect(allowed("held")).toEqual(["reviews.decide", "reviews.include", "reviews.tell", "reviews.sign"]);
  expect(allowed("signed")).toEqual(["reviews.addendum"]);
  expect(allowed("missed")).toEqual([]);
});
