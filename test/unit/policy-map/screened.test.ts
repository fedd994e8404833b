import { expect, test } from "vitest";
import { recognisers } from "#domain/detector/recognisers";
import { mayHoldNumber } from "#domain/registers/policy-map/screened";
import { numberedIn } from "#domain/registers/screened";

const flagged = recognisers.flatMap(({ flags }) => flags).filter((text) => numberedIn(text).length > 0);

test("the quick look lets nothing through that the slow one finds a number or a birthday in", () => {
  expect(flagged.length).toBeGreaterThan(20);
  expect(flagged.filter((text) => !mayHoldNumber(text))).toEqual([]);
  for (const text of flagged)
    expect(mayHoldNumber(`We keep what came. ${text} It was put in by mistake.`), text).toBe(true);
});

test.each([
  "Mrs J., 3 May 1961, was telephoned.",
  "She came on 5.3.61 for the first time.",
  "The letter for patient 48213 went to the wrong house.",
  "Pt. no longer here: chart 20481.",
  "The client’s file is 7731.",
  "NHS: 943.",
  "The patients of 12 March 61 were told.",
])("%j is looked at", (text) => {
  expect(mayHoldNumber(text)).toBe(true);
});

test("a span of weeks or months is no birthday, unless it is called one", () => {
  for (const text of ["2-3/52 hx", "Back in 4-6/12.", "r/v 1-2/52"])
    expect(numberedIn(text), text).toEqual([]);
  expect(numberedIn("Born 2-3/52.")).toHaveLength(1);
  expect(numberedIn("Mrs J., 2/3/52, was telephoned.")).toHaveLength(1);
});

test("most sentences of a policy are spared", () => {
  for (const text of [
    "Rule 17 of the clinic is kept by everybody who works here.",
    "Images are kept no longer than 60 days.",
    "Under Article 15 of the UK GDPR you may ask for a copy within 30 days.",
  ])
    expect(mayHoldNumber(text), text).toBe(false);
});
