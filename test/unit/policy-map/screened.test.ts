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

test("most sentences of a policy are spared", () => {
  for (const text of [
    "Rule 17 of the clinic is kept by everybody who works here.",
    "Images are kept no longer than 60 days.",
    "Under Article 15 of the UK GDPR you may ask for a copy within 30 days.",
  ])
    expect(mayHoldNumber(text), text).toBe(false);
});
