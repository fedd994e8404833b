import { describe, expect, test } from "vitest";
import { mailAnswerOwed, mailOutside } from "#domain/people/mail-outside";
import { mailOutsideItem } from "#domain/registers/people/for-review";

const day = 86_400_000;
const came = "2026-01-05T09:00:00.000Z";

describe("the question about mail programs outside the browser", () => {
  test("is owed a week after somebody came, and by two; afterwards as long after each quarter", () => {
    const first = mailAnswerOwed("", came);
    expect(first.from - Date.parse(came)).toBe(7 * day);
    expect(first.due - Date.parse(came)).toBe(14 * day);
    const said = "2026-02-01T09:00:00.000Z";
    const next = mailAnswerOwed(said, came);
    expect(next.from - Date.parse(said)).toBe(98 * day);
    expect(next.due - Date.parse(said)).toBe(105 * day);
  });

  test("is told to the review by person: who owes an answer first, then who uses what, and how many more", () => {
    const nowMs = Date.parse("2026-03-01T09:00:00.000Z");
    const at = "2026-02-20T09:00:00.000Z";
    const rows = [
      { user: "ingrid", kinds: "phone", at },
      { user: "priya", kinds: "", at },
      { user: "tom", kinds: "outlook", at: "2025-06-01T09:00:00.000Z" },
    ];
    const item = mailOutsideItem(mailOutside(["ingrid", "priya", "tom"], rows, nowMs));
    expect(item.quiet).toBe(false);
    expect(item.facts.people).toEqual([
      { as: "No answer this quarter", user: "tom" },
      { as: "Mail on a phone or tablet", user: "ingrid" },
    ]);
    const many = Array.from({ length: 23 }, (_, n) => `u${n}`);
    const long = mailOutsideItem(mailOutside(many, [], nowMs));
    expect(long.facts.people).toHaveLength(20);
    expect(long.facts.lines).toContainEqual({
      name: "Not named here",
      words: "3 more answers, under Browsers.",
    });
  });
});
