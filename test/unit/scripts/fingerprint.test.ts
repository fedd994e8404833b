import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "../../../scripts/building/fingerprint.mjs";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "chaperone-print-"));
  for (const folder of ["src/inner", "src/node_modules", "other"])
    mkdirSync(join(base, folder), { recursive: true });
  write("src/a.ts", "a");
  write("src/inner/b.ts", "b");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(base, name), text);
const print = () => fingerprint(base, ["src", "package.json"]);

test.each([
  ["nothing", () => {}, true],
  ["the same text written again", () => write("src/a.ts", "a"), true],
  ["a file elsewhere", () => write("other/a.ts", "x"), true],
  ["what a tool makes inside", () => write("src/node_modules/x.js", "x"), true],
  ["a file's text", () => write("src/inner/b.ts", "c"), false],
  ["a file's name", () => renameSync(join(base, "src/a.ts"), join(base, "src/c.ts")), false],
  ["a file moved", () => renameSync(join(base, "src/a.ts"), join(base, "src/inner/a.ts")), false],
  ["a file more", () => write("package.json", ""), false],
  ["a file less", () => rmSync(join(base, "src/a.ts")), false],
])("%s changed: the same print is %s", (_, change, same) => {
  const before = print();
  change();
  expect(print() === before).toBe(same);
});
