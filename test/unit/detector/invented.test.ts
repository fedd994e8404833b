import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { bias } from "#domain/detector/weights";
import { invented, readingOf } from "./invented.ts";

const squash = (score: number) => 1 / (1 + Math.exp(-score));
/** Papers about a patient that pass: known, and to become fewer. */
const knownMisses: readonly string[] = ["multi patient day list", "SMS export", "death"];
const harmless = invented("harmless").filter(([name]) => name !== "DBS tracker");

test("there are enough of them", () => {
  expect(harmless.length).toBeGreaterThanOrEqual(50);
  expect(invented("patients").length).toBeGreaterThanOrEqual(45);
});

describe("papers of the house and of staff stay quiet", () => {
  test.each(harmless)("%s", (_, text) => {
    const verdict = judge(readingOf(text));
    expect(verdict.strength).toBe("none");
    expect(verdict.about).toBeUndefined();
  });
});

describe("papers about a patient are flagged", () => {
  test.each(invented("patients"))("%s", (name, text) => {
    const verdict = judge(readingOf(text));
    expect(verdict.strength === "none").toBe(knownMisses.includes(name));
    expect(verdict.about).toBeUndefined();
    const parts = [...verdict.findings, ...(verdict.against ?? [])];
    const sum = parts.reduce((total, { weight }) => total + weight, bias);
    expect(squash(sum)).toBeCloseTo(verdict.score, 6);
  });
});

describe("papers about a member of staff", () => {
  const papers = [...invented("staff"), ...invented("harmless").filter(([name]) => name === "DBS tracker")];
  test.each(papers)("%s is weak, and said to be about staff", (_, text) => {
    const verdict = judge(readingOf(text));
    expect(verdict).toMatchObject({ strength: "weak", about: "staff" });
    expect(verdict.findings[0]?.kind).toBe("staff-paper");
  });
  test.each(papers)("%s passes where the clinic does not want it", (_, text) => {
    const verdict = judge(readingOf(text), { staffPapers: false });
    expect(verdict.strength).toBe("none");
    expect(verdict.about).toBeUndefined();
  });
});
