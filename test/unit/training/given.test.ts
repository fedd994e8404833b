import { expect, test } from "vitest";
import { policy } from "#domain/policy";
import { lessonItems } from "#domain/registers/training/for-review";
import { helpedOf, helpedWords, outcomeOf } from "#domain/registers/training/given";
import { daysAfter } from "#domain/registers/training/validity";

const taken = "2026-03-01";
const last = daysAfter(taken, policy.lessonAgainWithin.amount);

test.each([
  ["nobody took it, whatever was found", { takenOn: "", foundOn: ["2026-03-02"] }, "open"],
  ["the day on which it was taken is no day after it", { takenOn: taken, foundOn: [taken] }, "not"],
  ["the day after", { takenOn: taken, foundOn: ["2026-03-02"] }, "again"],
  ["the 90th day", { takenOn: taken, foundOn: [last] }, "again"],
  ["the 91st day", { takenOn: taken, foundOn: [daysAfter(last, 1)] }, "not"],
  ["before it was taken", { takenOn: taken, foundOn: ["2026-02-28"] }, "not"],
] as const)("%s", (_, lesson, outcome) => {
  expect(outcomeOf(lesson, "2027-01-01")).toBe(outcome);
});

test("until the 90th day has passed nobody can say that it was not followed", () => {
  const lesson = { takenOn: taken, foundOn: [] };
  expect(last).toBe("2026-05-30");
  expect(outcomeOf(lesson, last)).toBe("young");
  expect(outcomeOf(lesson, daysAfter(last, 1))).toBe("not");
  // What was followed is known at once.
  expect(outcomeOf({ ...lesson, foundOn: ["2026-03-05"] }, "2026-03-06")).toBe("again");
});

test("all together in one sentence, and of nobody", () => {
  const lesson = (takenOn: string, ...foundOn: string[]) => ({ takenOn, foundOn });
  const lessons = [
    lesson("2026-01-10", "2026-02-01"),
    ...["2026-01-11", "2026-01-12", "2026-01-13", "2026-01-14"].map((day) => lesson(day)),
    lesson("2026-05-01"),
    lesson("2026-05-02"),
  ];
  expect(helpedWords(helpedOf(lessons, "2026-06-01"))).toBe(
    "Of 7 lessons given after a finding, 1 was followed by the same finding within 90 days; 2 are too young to tell.",
  );
  expect(helpedWords(helpedOf([], "2026-06-01"))).toBe("No lesson was given after a finding.");
  expect(helpedWords(helpedOf([lesson("")], "2026-06-01"))).toBe(
    "Of one lesson given after a finding, none was followed by the same finding within 90 days; 1 is not taken yet.",
  );
});

test("the meeting is told of all together, names nobody, and is asked only where one was given since", () => {
  expect(lessonItems({ again: 0, not: 0, young: 0, open: 0 }, 0)).toEqual([]);
  const [item] = lessonItems({ again: 1, not: 4, young: 2, open: 0 }, 2);
  expect(item).toMatchObject({ key: "training", quiet: false, concerned: [] });
  expect(item?.facts.people).toEqual([]);
  expect(lessonItems({ again: 1, not: 4, young: 2, open: 0 }, 0)[0]?.quiet).toBe(true);
});
