import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeLicences } from "../../../scripts/building/licences.mjs";
import { shippedByEsbuild, shippedPackages } from "../../../scripts/building/shipped.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chaperone-licences-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package as it lies in `node_modules`. */
function installed(name: string, more: object, texts: Record<string, string> = {}): string {
  const place = join(folder, "node_modules", name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ name, version: "1.2.3", ...more }));
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(place, file), text);
  return place;
}

describe("the licence texts of what is shipped", () => {
  test("are Chaperone's own, and each package's with all that lies in it", () => {
    const target = join(folder, "licences.txt");
    writeLicences(target, [
      installed("b-font", { license: "OFL-1.1" }, { "LICENSE.md": "Open fonts", NOTICE: "Made by somebody" }),
      installed("@a/code", { license: "MIT" }),
    ]);
    const text = readFileSync(target, "utf8");
    expect(text).toMatch(/^Chaperone\n\n.*GNU AFFERO/s);
    expect(text).toMatch(
      /@a\/code 1\.2\.3\nLicence by its package: MIT\n\nThe package holds no licence text\./,
    );
    expect(text).toMatch(/b-font 1\.2\.3.*Open fonts.*Made by somebody/s);
    expect(text.indexOf("@a/code")).toBeLessThan(text.indexOf("b-font"));
  });

  test("are not made up for a package that says nothing", () => {
    const silent = installed("silent", {});
    expect(() => writeLicences(join(folder, "x.txt"), [silent])).toThrow("The package silent says nothing");
  });
});

describe("what a build shipped", () => {
  test("is what stands in its files: scripts, styles and fonts, not what was shaken off", () => {
    const file = join(folder, "made", "shipped.json");
    const plugin = shippedPackages(file);
    plugin.configResolved({ root: join(folder, "dashboard") });
    plugin.generateBundle(undefined, {
      "app.js": {
        type: "chunk",
        modules: {
          [`${folder}/node_modules/@a/code/dist/x.js?v=1`]: { renderedLength: 10 },
          [`${folder}/node_modules/outer/node_modules/inner/x.js`]: { renderedLength: 3 },
          [`${folder}/node_modules/shaken/x.js`]: { renderedLength: 0 },
          "\0virtual": { renderedLength: 5 },
          [`${folder}/src/own.ts`]: { renderedLength: 5 },
        },
      },
      "font.woff2": { type: "asset", originalFileNames: ["../node_modules/b-font/files/f.woff2"] },
    });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(
      ["@a/code", "b-font", "outer/node_modules/inner"].map((name) => join(folder, "node_modules", name)),
    );
  });

  test("is read from what esbuild tells", () => {
    const file = join(folder, "meta.json");
    const inputs = {
      "pb_hooks/src/server.ts": { bytesInOutput: 9 },
      "node_modules/zod/v4/x.js": { bytesInOutput: 9 },
      "node_modules/@noble/hashes/x.js": { bytesInOutput: 9 },
      "node_modules/shaken/x.js": { bytesInOutput: 0 },
    };
    writeFileSync(file, JSON.stringify({ outputs: { "server.js": { inputs } } }));
    expect(shippedByEsbuild(file)).toEqual(["node_modules/@noble/hashes", "node_modules/zod"]);
  });
});
