import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { invented, readingOf } from "./invented.ts";

/** Score from which a document is strong by more than a word. */
const sure = 0.973;
const prose = invented("patients").filter(
  ([name, text]) =>
    judge(readingOf(text)).strength === "strong" &&
    judge(readingOf(text)).score > sure &&
    !/list|table|export|HL7|FHIR|vcard|card/i.test(name),
);
const harmless = invented("harmless").map(([, text]) => text);
/** Score of a document that is strong beyond doubt. */
const clear = 0.992;
const flagged = (text: string) => judge(readingOf(text)).strength !== "none";

/** The same words in lines of another length: a line's end stands where a space stood, within a paragraph. */
const wrapped = (text: string, width: number) =>
  text
    .split("\n")
    .map((line) => {
      let room = width;
      return line.replace(/ /g, (space, at: number) => {
        if (at < room) return space;
        room = at + width;
        return "\n";
      });
    })
    .join("\n");

const labels = /^[ \t]*[A-Za-z][A-Za-z ]{2,24}(?=:)/gm;

describe("a strong document stays flagged", () => {
  test.each(prose)("%s: however its lines are wrapped", (_, text) => {
    for (const width of [60, 72, 100]) expect(flagged(wrapped(text, width)), String(width)).toBe(true);
  });
  test.each(prose)("%s: whatever the case of its labels", (_, text) => {
    expect(flagged(text.replace(labels, (label) => label.toUpperCase()))).toBe(true);
    expect(flagged(text.replace(labels, (label) => label.toLowerCase()))).toBe(true);
  });
  test.each(prose)("%s: in every Unicode normal form", (_, text) => {
    const verdict = judge(readingOf(text.normalize("NFC")));
    for (const form of ["NFD", "NFKC", "NFKD"] as const) {
      const other = judge(readingOf(text.normalize(form)));
      expect(other.strength).toBe(verdict.strength);
      expect(other.score).toBeCloseTo(verdict.score, 6);
    }
  });
  test.each(prose)("%s: with a page's end between its paragraphs", (_, text) => {
    expect(flagged(text.replace(/\n\n/g, "\n\nPage 1 of 2\n\n"))).toBe(true);
  });
  test("with any harmless papers before and behind it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...prose.map(([, text]) => text).filter((text) => judge(readingOf(text)).score > clear),
        ),
        fc.array(fc.constantFrom(...harmless), { maxLength: 12 }),
        fc.array(fc.constantFrom(...harmless), { maxLength: 12 }),
        fc.constantFrom("\n\n", "\f", "\n---\n"),
        (text, before, behind, joint) => flagged([...before, text, ...behind].join(joint)),
      ),
      { numRuns: 150, seed: 12 },
    );
  });
});

test("places are those of the text that was given, whatever its normal form", () => {
  const text = "Pacient: Se\u0301an O\u0301 Briain\nNHS number: 999 000 0018, DOB 12/03/1961";
  const { findings } = judge(readingOf(text));
  const number = findings.find(({ kind }) => kind === "nhs-number");
  expect(text.slice(number?.start, number?.end)).toBe("999 000 0018");
});
