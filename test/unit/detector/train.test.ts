import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { featureNames, features, joint, signs } from "#domain/detector/features";
import { recognisers } from "#domain/detector/recognisers";
import { trained } from "#domain/detector/trained";
import { tableOf, tableText, undominated } from "../../../scripts/detector/table.ts";
import { trainedText } from "../../../scripts/detector/trained-text.ts";

const at = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const table = at("scripts/detector/features.table");

test("training again from the table of features gives the same bytes", () => {
  expect(trainedText(tableOf(table))).toBe(at("domain/detector/trained.ts"));
});

test("the table holds numbers alone, and is written as it was read", () => {
  const [, , ...lines] = table.trimEnd().split("\n");
  const row = /^ [i-](?: \d{1,2}:[01](?:\.\d{1,4})?)*$/;
  const head =
    /^[DI]\d{4} (?:patient|harmless) [PHI]\d_[a-z0-9_]{2,24} [a-z0-9]{1,5} \d{1,3}(?: scan)?(?: unread)?$/;
  expect(lines.filter((line) => !row.test(line) && !head.test(line))).toEqual([]);
  expect(tableText(tableOf(table))).toBe(table);
});

describe("the model", () => {
  test("has a weight for each feature, and none against its sign", () => {
    expect(Object.keys(trained.weights)).toEqual(featureNames);
    expect(tableOf(table).features).toEqual(featureNames);
    Object.values(trained.weights).forEach((weight, place) => {
      expect(weight * (signs[place] ?? 0), featureNames[place]).toBeGreaterThan(0);
    });
  });
  test("looks at each recogniser once", () => {
    const used = features.flatMap(({ of }) => of);
    expect([...used].sort()).toEqual(recognisers.map(({ name }) => name).sort());
  });
  test("is small", () => expect(features.length + joint.length).toBeLessThanOrEqual(60));
  test("holds a document for weak before it holds it for strong", () => {
    expect(trained.thresholds.weak).toBeLessThan(trained.thresholds.strong);
  });
});

test("a stretch that another beats in every feature is left out", () => {
  const rows = [
    { values: [1, 0.5, 0], identifies: true },
    { values: [1, 0.4, 0], identifies: true },
    { values: [1, 0.4, 0], identifies: true },
    { values: [0.2, 0.9, 0], identifies: false },
    { values: [1, 0.5, 0.5], identifies: true },
  ];
  expect(undominated(rows, [1, 1, -1])).toEqual([rows[0], rows[3]]);
});
