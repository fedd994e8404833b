import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/base/root.mjs";
import { countOf, faultsOf, inOrder, order, suites } from "../../../scripts/testing/test-suites.mjs";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test.each([
  ["all passed", [file("passed", "passed", "passed")], 0, { passed: 2, failed: 0, skipped: 0 }],
  [
    "one failed, one left out",
    [file("failed", "passed", "failed", "skipped")],
    1,
    { passed: 1, failed: 1, skipped: 1 },
  ],
  [
    "a file that could not be loaded",
    [file("failed"), file("passed", "passed")],
    1,
    { passed: 1, failed: 1, skipped: 0 },
  ],
  ["a file whose setting up failed", [file("failed", "skipped")], 1, { passed: 0, failed: 1, skipped: 1 }],
  [
    "all passed, yet the suite ended badly",
    [file("passed", "passed")],
    1,
    { passed: 1, failed: 1, skipped: 0 },
  ],
  ["no test at all", [], 0, { passed: 0, failed: 1, skipped: 0 }],
])("%s", (_, testResults, status, expected) => expect(countOf({ testResults }, status)).toEqual(expected));

test("a suite that left no report counts as one failure", () => {
  expect(countOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("what failed is named, a file that could not be loaded too", () => {
  const tests = [
    { status: "passed", fullName: "one" },
    {
      status: "failed",
      fullName: "a door opens",
      failureMessages: ["Error: \u001b[31mit is shut\u001b[39m\n    at door.ts"],
    },
  ];
  const testResults = [
    { name: join(root, "test/unit/doors.test.ts"), status: "failed", assertionResults: tests },
    { name: join(root, "test/unit/torn.test.ts"), status: "failed", assertionResults: [] },
  ];
  expect(faultsOf({ testResults })).toEqual([
    "test/unit/doors.test.ts: a door opens: Error: it is shut",
    "test/unit/torn.test.ts",
  ]);
  expect(faultsOf(undefined)).toEqual([]);
});

test("two suites run at once, and whichever ends makes room for the next", async () => {
  expect([...order].sort()).toEqual(Object.keys(suites).sort());
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const all = inOrder(["e2e", "server", "unit", "dom"], (suite) => {
    begun.push(suite);
    return new Promise((resolve) => ends.set(suite, resolve));
  });
  expect(begun).toEqual(["e2e", "server"]);
  ends.get("server")?.();
  await expect.poll(() => begun).toEqual(["e2e", "server", "unit"]);
  ends.get("unit")?.();
  await expect.poll(() => begun).toEqual(["e2e", "server", "unit", "dom"]);
  ends.get("dom")?.();
  ends.get("e2e")?.();
  await all;
});
