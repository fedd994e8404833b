import { describe, expect, test } from "vitest";
import { explained, partsOf } from "#domain/detector/explain";
import { judge } from "#domain/detector/judge";
import { invented, readingOf } from "./invented.ts";

describe("each kind's part", () => {
  test.each(invented("patients"))("of %s adds up to the score", (_, text) => {
    const verdict = judge(readingOf(text));
    const sum = partsOf(verdict).reduce((total, { part }) => total + part, 0);
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(verdict.score, 1);
  });
  test("the largest stands first, what spoke against it last but the bias", () => {
    const parts = partsOf(judge(readingOf("NHS number 999 000 0018. Staff must ensure best practice.")));
    expect(parts[0]?.kind).toBe("nhs-number");
    expect(parts.at(-2)?.kind).toBe("other-paper");
    expect(parts.at(-1)?.kind).toBe("bias");
  });
});

describe("the sentence", () => {
  test("says what was seen, and never the words", () => {
    const verdict = judge(
      readingOf("Dear Dr Voss\nRe: Mrs Ada Moss, DOB 12/03/1961, NHS number 999 000 0018"),
    );
    expect(explained(verdict)).toMatch(/^It is about a patient: it holds .*an NHS number.* and /);
    expect(explained(verdict)).not.toMatch(/Moss|999|1961/);
  });
  test.each(invented("patients"))("of %s is one plain sentence", (_, text) => {
    expect(explained(judge(readingOf(text)))).toMatch(
      /^(?:It (?:is|may be) about a patient: it holds [a-zA-Z’ ,]+|Nothing about a patient was seen)\.$/,
    );
  });
  test.each(invented("staff"))("of %s says staff", (_, text) => {
    expect(explained(judge(readingOf(text)))).toMatch(/member of staff/);
  });
});
