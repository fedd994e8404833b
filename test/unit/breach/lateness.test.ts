import { expect, test } from "vitest";
import { type Decided, latenessOf } from "#domain/registers/incidents/lateness";

const hour = 3_600_000;
const one = (more: Partial<Decided> = {}): Decided => ({
  state: "breach",
  verdict: "breach",
  decided: "tell",
  awareMs: 0,
  toldMs: undefined,
  ...more,
});

test.each([
  ["told within the 72 hours", { toldMs: 72 * hour }, "in-time"],
  ["told after them", { toldMs: 72 * hour + 1 }, "late"],
  ["the same before anybody has decided", { toldMs: 73 * hour, verdict: "" }, "late"],
  [
    "the same of a near miss, which nobody had to tell",
    { toldMs: 90 * hour, verdict: "near-miss" },
    "not-owed",
  ],
  ["a near miss that was told at once", { toldMs: hour, verdict: "near-miss" }, "in-time"],
  ["told, awareness not known", { toldMs: hour, awareMs: undefined }, "not-known"],
  ["not told, awareness not known", { awareMs: undefined }, "not-known"],
  ["not told yet", {}, "runs"],
  ["a near miss", { verdict: "near-miss", awareMs: undefined }, "not-owed"],
  ["neither", { verdict: "neither" }, "not-owed"],
  ["withdrawn", { state: "withdrawn" }, "not-owed"],
  ["kept in the register", { decided: "record-only" }, "not-owed"],
] as const)("%s", (_, more, is) => expect(latenessOf(one(more), 72 * hour)).toBe(is));

test("not told, it is overdue from the first millisecond behind the 72 hours", () =>
  expect(latenessOf(one(), 72 * hour + 1)).toBe("overdue"));
