import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesOf, testOf } from "#domain/detector/places/matches";

const papers = ["patients", "harmless", "mail-seen", "others-first"]
  .map((name) => readFileSync(join(import.meta.dirname, `invented/${name}.txt`), "utf8"))
  .join("\n");

/** Every way in which patterns of recognisers begin and end. */
const patterns = [
  /\b(?:pain|knees?|see[nk]|on (?:the )?ward)\b/gi,
  /(?<![A-Za-z\u00c0-\u024f])[A-Z\u00c0-\u00de][a-z'\u2019-]{1,20}(?![A-Za-z\u00c0-\u024f])/g,
  /(?:^|\n)[ \t]{0,8}(?:Dear|Re:?) [^\n]{0,60}(?=\n|$)/g,
  /\d{1,2}(?:[/.-]\d{1,2}){1,2}(?!\d)/g,
  /(?:n[ăa]scut|\u00e9t\u00e9|ur\.|ber|\u0645)/gi,
  /[^\w\s]{2,}|\bx\B./g,
  /(?<=[a-z])(?= (?:of|and)) [a-z]{2,3}$|_{4,60}/g,
  /\b[A-Za-z0-9][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b/g,
] as const;
const kept = patterns.map((pattern) => [pattern, matchesOf(pattern)] as const);

const found = (text: string) =>
  kept.map(([, matches]) => [...matches({ text, heading: "" })].map(({ 0: words, index }) => [index, words]));
const plainly = (text: string) =>
  patterns.map((pattern) => [...text.matchAll(pattern)].map(({ 0: words, index }) => [index, words]));

describe("what is found at the places of a walk", () => {
  test("is what is found from place to place, in papers", () => {
    for (let from = 0; from < papers.length; from += 7_001) {
      const text = papers.slice(from, from + 9_000);
      expect(found(text)).toEqual(plainly(text));
    }
  });

  test("is the same in any text", () => {
    const sign = fc.constantFrom(
      ..." \n\t.,:;'\u2019-/()_@019aAbBeEnNoOpPrRsStTwWxyYé\u0103şıſ\u212a中\u0645",
      "pain ",
      "Dear Ada ",
      "on the ward",
      "12/3",
    );
    fc.assert(
      fc.property(fc.array(sign, { minLength: 400, maxLength: 900 }), (signs) => {
        const text = signs.join("");
        expect(found(text)).toEqual(plainly(text));
      }),
      { numRuns: 150 },
    );
  });

  test("is the same when a match is left and another text begun", () => {
    const matches = matchesOf(patterns[0]);
    const one = matches({ text: "pain ".repeat(200), heading: "" });
    expect(one.next().value?.index).toBe(0);
    expect([...matches({ text: "knee ".repeat(200), heading: "" })]).toHaveLength(200);
    expect(one.next().value?.index).toBe(5);
  });
});

test("a stretch is asked as a text by itself", () => {
  const asked = [
    /\b(?:pain|knee|you(?:r|'re)?|was)\b/i,
    /^\s*(?:if|he)\b/,
    /(?<![.,] )\bhis\b(?! own)|end$/,
  ].map((pattern) => [pattern, testOf(pattern)] as const);
  const section = { text: papers.slice(0, 12_000), heading: "" };
  for (let from = 0; from < 11_000; from += 13)
    for (const length of [9, 60, 240])
      for (const [pattern, holds] of asked)
        expect(holds(section, from, from + length)).toBe(
          pattern.test(section.text.slice(from, from + length)),
        );
});
