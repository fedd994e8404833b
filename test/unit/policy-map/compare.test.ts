import { expect, test } from "vitest";
import { compareVersions, wordChanges } from "#domain/registers/policy-map/compare";
import { linesOf } from "#domain/registers/policy-map/split";
import { processorCost } from "../../support/processor-cost.ts";

const lines = (...sentences: string[]) => linesOf(sentences.join("\n\n"));
const told = (before: ReturnType<typeof lines>, after: ReturnType<typeof lines>) =>
  compareVersions(before, after).map((one) => [
    one.is,
    "was" in one ? one.was : -1,
    "now" in one ? one.now : -1,
  ]);

const keep = "Records of adults are kept for seven years after the last appointment.";
const lock = "Paper records are locked away.";
const train = "All staff are trained every year.";

test("what is the same, moved, reworded, new and gone", () => {
  const kept = "Records of adults are kept for eight years after they were last seen.";
  const after = lines(train, lock, kept, "Cameras do not record sound.");
  const before = lines(lock, keep, train, "Faxes are not used by anybody.");
  expect(told(before, after)).toEqual([
    ["moved", 2, 0],
    ["same", 0, 1],
    ["reworded", 1, 2],
    ["added", -1, 3],
    ["removed", 3, -1],
  ]);
});

test("the same words under another number are the same, twice as often as they stand", () => {
  expect(told(lines(`1.1 ${lock}`, `1.2 ${train}`), lines(`2.1 ${lock}`, `2.2 ${train}`, lock))).toEqual([
    ["same", 0, 0],
    ["same", 1, 1],
    ["added", -1, 2],
  ]);
});

test("nothing before, and nothing after", () => {
  expect(told([], lines(lock))).toEqual([["added", -1, 0]]);
  expect(told(lines(lock), [])).toEqual([["removed", 0, -1]]);
});

test("a sentence word by word", () => {
  expect(wordChanges("for at least seven years after", "for at least eight years after")).toEqual([
    { is: "same", text: "for at least" },
    { is: "was", text: "seven" },
    { is: "now", text: "eight" },
    { is: "same", text: "years after" },
  ]);
});

test("policies of eight thousand lines within seconds", () => {
  const many = Array.from({ length: 8_000 }, (_, i) => ({
    kind: "sentence" as const,
    section: "",
    lead: "",
    text: `Rule ${i} of the clinic is kept by everybody.`,
  }));
  const shuffled = [...many.slice(4_000), ...many.slice(0, 4_000)];
  const cost = processorCost(() =>
    expect(compareVersions(many, shuffled).filter(({ is }) => is === "moved")).toHaveLength(4_000),
  );
  expect(cost).toBeLessThan(10_000);
});
