import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../scripts/base/root.mjs";
import { withoutSources } from "../../../scripts/building/shipped.mjs";

const files = globSync("domain/policy{,-of-*}.ts", { cwd: root }).map((file) => join(root, file));

test("the extension's build takes every source out of the policy's tables, and no number", () => {
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const code = readFileSync(file, "utf8");
    const without = withoutSources().transform(code, file)?.code ?? "";
    const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
    expect(count(without, /\bsource: ""[,\s]/g)).toBe(count(code, /\bsource:/g));
    expect(without).not.toContain("house rule:");
    expect(without.match(/\bamount: [^,]+/g)).toEqual(code.match(/\bamount: [^,]+/g));
    expect(without.match(/\bunit: [^,]+/g)).toEqual(code.match(/\bunit: [^,]+/g));
  }
});

test("no other file loses what it calls a source", () => {
  const code = 'const row = { source: "the clinic" };';
  expect(withoutSources().transform(code, join(root, "extension/stored.ts"))).toBeUndefined();
});
