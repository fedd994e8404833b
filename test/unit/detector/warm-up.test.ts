import { expect, test, vi } from "vitest";
import { judge } from "#domain/detector/judge";
import { warmUp } from "#domain/detector/warm-up";

vi.mock(import("#domain/detector/judge"), async (original) => {
  const real = await original();
  return { ...real, judge: vi.fn(real.judge) };
});

test("the detector is warmed by a text over which its walk goes, and finds in it what it shall find", () => {
  warmUp();
  const { calls, results } = vi.mocked(judge).mock;
  expect(calls).toHaveLength(1);
  expect(calls[0]?.[0].text.length).toBeGreaterThan(400);
  expect(results[0]?.type === "return" && results[0].value.findings.length).toBeGreaterThan(0);
});
