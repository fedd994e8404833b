import { expect, test } from "vitest";
import { features } from "#domain/detector/features";
import { sawSentence, sawWords } from "#lib/mail/saw-words.ts";

test("each feature of the model has its words", () => {
  expect(Object.keys(sawWords).sort()).toEqual(features.map(({ name }) => name).sort());
});

test("a sentence tells what was seen, the most first, and what spoke against it", () => {
  const saw = [
    { name: "birth", tenths: 7 },
    { name: "health-number", tenths: 10 },
    { name: "told-twice", tenths: 9 },
    { name: "blank", tenths: 3 },
  ];
  expect(sawSentence(saw)).toBe(
    "The detector saw a health service number and a date of birth; against it blank lines of a form.",
  );
  expect(sawSentence(undefined)).toBe("");
});
