import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../../support/reading/long-runs.ts", import.meta.url));

test("a run of megabytes is never called damaged, in a process that no longer optimises patterns either", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--no-regexp-optimization", script], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const told = Object.entries(JSON.parse(stdout) as Record<string, string>);
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(([, said]) => said === "damaged")).toEqual([]);
});
