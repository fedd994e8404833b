import { expect, test } from "vitest";
import { failedWords, graded } from "#domain/registers/training/lesson";
import { reaches, targetChoices } from "#domain/registers/training/targets";
import { lessonOf } from "../../../dashboard/src/lib/registers/training/lesson-draft.ts";

const question = { asks: "Where is the door?", answers: "Left\nRight\n", right: "2" };

test("typed text becomes parts, and what is typed stays what it is", () => {
  const made = lessonOf(
    { text: "First.\n# Doors\n<script>alert(1)</script>", questions: [question], pass: "1" },
    "Fire",
  );
  expect(made).toEqual({
    lesson: {
      parts: [
        { title: "Fire", text: "First." },
        { title: "Doors", text: "<script>alert(1)</script>" },
      ],
      questions: [{ asks: "Where is the door?", answers: ["Left", "Right"] }],
      pass: 1,
    },
    rights: [1],
  });
});

test.each([
  ["no text", { text: " ", questions: [question], pass: "1" }, /Write/],
  ["one answer", { text: "a", questions: [{ ...question, answers: "Left" }], pass: "1" }, /two answers/],
  ["a right one that is none", { text: "a", questions: [{ ...question, right: "3" }], pass: "1" }, /offered/],
  ["more right ones than questions", { text: "a", questions: [question], pass: "2" }, /can’t be asked/],
  ["no number", { text: "a", questions: [question], pass: "x" }, /too/],
])("%s has to be mended", (_, draft, says) => {
  expect(lessonOf(draft, "Fire")).toEqual({ problem: expect.stringMatching(says) });
});

test("answers are counted, and what was wrong is said by number", () => {
  const lesson = {
    parts: [{ title: "a", text: "b" }],
    questions: [1, 2].map(() => ({ asks: "?", answers: ["a", "b"] })),
    pass: 2,
  };
  expect(graded(lesson, [0, 1], [0, 1])).toEqual({ score: 2, passed: true, wrong: [] });
  const failed = graded(lesson, [0, 1], [0]);
  expect(failedWords(lesson, failed)).toBe(
    "1 of 2 is right, and 2 are needed. Read again what question 2 asks, then answer anew.",
  );
});

test("95 % is shown with what speaks against it, and no target is claimed as law", () => {
  const provider = targetChoices.find(({ profile }) => profile === "small-provider");
  expect(provider?.against).toMatch(/Contradictory/);
  expect(targetChoices.every(({ source }) => source.length > 10)).toBe(true);
  expect([reaches(95, 19, 20), reaches(95, 18, 20), reaches(95, 0, 0)]).toEqual([true, false, true]);
});
