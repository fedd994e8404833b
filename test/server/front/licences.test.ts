import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeWith } from "../../support/need.ts";

const root = join(import.meta.dirname, "..", "..", "..");

describeWith(["dashboard", "extension"])("what was built", () => {
  test.each([
    ["dist/dashboard/licences.txt", ["svelte", "chart.js", "pdfkit", "@fontsource-variable/inter"]],
    ["dist/extension/chrome-mv3/licences.txt", ["svelte", "zod", "pdfjs-dist", "fflate"]],
    ["dist/extension/firefox-mv3/licences.txt", ["svelte", "zod", "pdfjs-dist", "fflate"]],
    ["dist/licences-server.txt", ["zod", "@noble/ed25519"]],
  ])("%s holds the licence texts of what is in it", (file, names) => {
    const text = readFileSync(join(root, file), "utf8");
    for (const name of ["Chaperone", ...names]) expect(text).toMatch(new RegExp(`^${name}(?: \\d|$)`, "m"));
    expect(text).not.toMatch(/^(?:vite|vitest|typescript|wxt-dev) \d/m);
  });
});
