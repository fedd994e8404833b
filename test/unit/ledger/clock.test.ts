import { describe, expect, test } from "vitest";
import { clockAt, standingJump } from "#domain/ledger/clock";
import { ClockSteps } from "#domain/ledger/clock-steps";

const day = 86_400_000;
const noon = Date.parse("2026-11-24T12:00:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();
const jump = (next: number) => ({ after: next - 1, next, before: iso(noon), to: iso(noon + 40 * day) });

describe("a jump stands until it is confirmed", () => {
  test.each([
    ["nothing jumped", [], [], undefined],
    ["nobody confirmed", [5], [], 4],
    ["a confirmation of before it", [5], [4], 4],
    ["confirmed later", [5], [9], undefined],
    ["the confirmation is the first event after it", [5], [5], undefined],
    ["one confirmation settles one jump, the first", [5, 7], [9], 6],
    ["one each", [5, 12], [9, 15], undefined],
    ["the second came after the confirmation", [5, 12], [9], 11],
  ] as const)("%s", (_, jumps, confirmed, after) => {
    expect(standingJump(jumps.map(jump), confirmed)?.after).toBe(after);
  });
});

describe("now against the newest event", () => {
  const at = (ms: number) => clockAt(noon + ms, { seq: 9, receivedAt: iso(noon) });
  test.each([
    [0, "right"],
    [35 * day, "right"],
    [35 * day + 1, "ahead"],
    [-5 * 60_000, "right"],
    [-5 * 60_000 - 1, "behind"],
  ])("%d ms after it is %s", (ms, is) => expect(at(ms).is).toBe(is));
  test("an empty log says nothing about the clock", () =>
    expect(clockAt(noon, { seq: 0, receivedAt: "" })).toEqual({ is: "right" }));
});

describe("the times of a chain", () => {
  const stepsOf = (times: readonly (readonly [number, number])[]) => {
    const steps = new ClockSteps();
    for (const [seq, ms] of times) steps.event(seq, iso(noon + ms));
    return steps;
  };
  test("time that runs backwards is named with how much, from more than five minutes on", () => {
    expect(
      stepsOf([
        [1, 0],
        [2, -5 * 60_000],
        [3, day],
      ]).named,
    ).toEqual([]);
    expect(
      stepsOf([
        [1, 0],
        [2, day],
        [3, 0],
      ]).named,
    ).toEqual([{ seq: 3, is: "time runs backwards", by: day }]);
  });
  test("a jump of more than 35 days is named, but where events are missing in between", () => {
    expect(
      stepsOf([
        [1, 0],
        [2, 35 * day],
      ]).named,
    ).toEqual([]);
    expect(
      stepsOf([
        [1, 0],
        [2, 36 * day],
      ]).named,
    ).toEqual([{ seq: 2, is: "time jumps ahead", by: 36 * day }]);
    expect(
      stepsOf([
        [1, 0],
        [3, 36 * day],
      ]).named,
    ).toEqual([]);
    expect(
      stepsOf([
        [1, day],
        [3, 0],
      ]).named,
    ).toEqual([{ seq: 3, is: "time runs backwards", by: day }]);
  });
  test("twenty are named, all are counted; a time that is none says nothing", () => {
    const steps = stepsOf(Array.from({ length: 51 }, (_, i) => [i + 1, (i % 2) * day] as const));
    steps.event(52, "yesterday");
    expect([steps.named.length, steps.count]).toEqual([20, 25]);
  });
});
