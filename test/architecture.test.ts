import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../scripts/base/root.mjs";
import { citationsIn, unknownCitations } from "./architecture/citations.ts";
import { missingPaths } from "./architecture/comment-paths.ts";
import { wrongDirections } from "./architecture/directions.ts";
import { upwardImports } from "./architecture/layers.ts";
import { loneNames } from "./architecture/names-isolated.ts";
import { type LockFile, looseVersions, type PackageFile, unchecked } from "./architecture/packages.ts";
import { physicalStyles } from "./architecture/physical-styles.ts";
import { impurities } from "./architecture/purity.ts";
import { regulatorsByHand } from "./architecture/regulators.ts";
import { allSources } from "./architecture/sources.ts";
import { visibleWords } from "./architecture/visible-words.ts";
import { isTable, mirrored, noWordsForPeople, unsaid } from "./architecture/words-of-extension.ts";

const sources = allSources();
/** Without the examples of these tests. */
const code = sources.filter(({ path }) => !path.startsWith("test/architecture"));
const json = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), "utf8"));

/** How a hook names its folder: the beginning of a template, written so that it is not one here. */
const hooks = "`$".concat("{__hooks}");

describe("the project", () => {
  test("imports only in the directions of the layout", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(wrongDirections(sources)).toEqual([]);
  });
  test("imports nothing from a folder above its own", () => expect(upwardImports(sources)).toEqual([]));
  test("keeps clock, randomness, network, DOM and Intl out of the domain", () => {
    const domain = sources.filter(({ path }) => path.startsWith("domain/"));
    expect(domain.length).toBeGreaterThan(5);
    expect(impurities(domain)).toEqual([]);
  });
  test("cites only sections that stand in docs/", () => {
    const docs = join(root, "docs");
    const pages = readdirSync(docs).map((name) => [name, readFileSync(join(docs, name), "utf8")] as const);
    expect(code.flatMap(({ text }) => citationsIn(text)).length).toBeGreaterThan(100);
    expect(unknownCitations(code, new Map(pages))).toEqual([]);
  });
  test("names in comments only files that are there", () => {
    expect(missingPaths(code, (path) => existsSync(join(root, path)))).toEqual([]);
  });
  test("writes no regulator's name by hand", () => {
    expect(regulatorsByHand(code)).toEqual([]);
  });
  test("keeps what the extension says to people in its tables of words", () => {
    const extension = code.filter(({ path }) => /^extension\/.*\.(?:ts|svelte)$/.test(path));
    const tables = extension.filter(({ path }) => isTable(path));
    expect(visibleWords(tables).length).toBeGreaterThan(500);
    const stray = visibleWords(extension.filter(({ path }) => !isTable(path)));
    const told = new Set(noWordsForPeople.map(({ path, text }) => `${path}: ${text}`));
    const found = new Set(stray.map(({ path, text }) => `${path}: ${text}`));
    expect([...found].filter((one) => !told.has(one))).toEqual([]);
    expect([...told].filter((one) => !found.has(one))).toEqual([]);
  });
  test("has no text of the extension’s pages that nothing shows", () => {
    expect(unsaid(code)).toEqual([]);
  });
  test("names no side of the screen in the extension’s styles", () => {
    const styles = code.filter(({ path }) => /^extension\/.*\.(?:css|svelte|ts)$/.test(path));
    expect(physicalStyles(styles)).toEqual(mirrored.map(({ style }) => style));
  });
  test("isolates a person’s name that stands beside other words", () => {
    expect(loneNames(sources)).toEqual([]);
  });
  test("names exact versions", () => expect(looseVersions(json<PackageFile>("package.json"))).toEqual([]));
  test("has a hash for each package in the lock file", () => {
    expect(unchecked(json<LockFile>("package-lock.json"))).toEqual([]);
  });
});

test.each([
  ["dashboard/src/a.svelte", "<p>Tell the ICO</p>"],
  ["domain/a.ts", 'const a = "The Information Commissioner";'],
  ["pb_hooks/src/a.ts", "const a = `Tell them and the CQC`;"],
])("the name of a regulator by hand is found: %s", (path, text) => {
  expect(regulatorsByHand([{ path, text }])).toHaveLength(1);
});
test.each([
  ["dashboard/src/a.ts", "/** The ICO's form. */\nconst icoDue = 1; // of the ICO"],
  ["domain/law/a.ts", 'const short = "ICO";'],
])("and none in a comment, or where the law is data: %s", (path, text) => {
  expect(regulatorsByHand([{ path, text }])).toEqual([]);
});

test.each([
  ["a.svelte", "<p>Send it</p>"],
  ["a.svelte", "<p>{n === 1 ? 'is' : code}</p>"],
  ["a.svelte", '<button aria-label="Close"></button>'],
  ["a.svelte", "<button aria-label={`Close $".concat("{name}`}></button>")],
  ["a.svelte", '<Field legend="What happened?" />'],
  ["a.svelte", "<Field says={{ short: 'Not sent: try again' }} />"],
  ["a.svelte", '<script lang="ts">\nlet said = "The server did not answer.";\n</script>'],
  ["a.ts", "const a = `Waits since $".concat("{time}`;")],
  ["a.ts", 'element(doc, "p", {}, "Removed");'],
  ["a.ts", 'const to = fine ? name : "the deputy";'],
])("a text for people outside the tables is found: %s %s", (path, text) => {
  expect(visibleWords([{ path, text }])).toHaveLength(1);
});
test.each([
  [
    "a.svelte",
    '<p class="after text" data-kind={kind === "mail" ? "a" : "b"}>{words.sent} · {say("not.send")}</p>',
  ],
  ["a.svelte", "<style>\n.a { color: red; }\n</style>"],
  ["a.ts", 'import { a } from "./The file.ts"; throw new Error("No such thing here.");'],
  ["a.ts", 'root.querySelector("button, [role=button]"); made.className = "notice standing";'],
])("and none in %s %s", (path, text) => expect(visibleWords([{ path, text }])).toEqual([]));

test.each([
  ["a.css", ".a { margin-left: 1px; }"],
  ["a.css", "@media (max-width: 480px) { .a { padding: 1px 2px 3px 4px } }"],
  ["a.css", ".a { text-align: right; }"],
  ["a.svelte", "<style>.a { width: 10px }</style>"],
  ["a.ts", 'one.style.cssText = "color:red;" + "left:0";'],
])("a side of the screen in a style is found: %s %s", (path, text) => {
  expect(physicalStyles([{ path, text }])).toHaveLength(1);
});
test("and none where the text’s own side is named, or both are alike", () => {
  const text =
    "@media (max-width: 480px) { .a { margin: 1px 2px 3px 2px; inset-inline: 0 auto; min-inline-size: min(1px, 2px) } }";
  expect(physicalStyles([{ path: "a.css", text }])).toEqual([]);
});

test.each([
  ["dashboard/src/a.svelte", "<p>Held by {nameOf(row.holder)}</p>"],
  ["dashboard/src/a.svelte", "<p>{view.nameOf(row.by)}, today</p>"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source code is what is looked at
  ["dashboard/src/a.ts", "const said = `signed by ${nameOf(by)}`;"],
])("a name beside other words is found: %s %s", (path, text) => {
  expect(loneNames([{ path, text }])).toHaveLength(1);
});
test("and none where it is isolated, or all of its element", () => {
  const text =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source code is what is looked at
    "<td>{nameOf(a)}</td><p>By <bdi>{nameOf(a)}</bdi></p>{`by ${isolate(nameOf(a))}`}<b title={nameOf(a)}>x</b>";
  expect(loneNames([{ path: "dashboard/src/a.svelte", text }])).toEqual([]);
});

test("a citation without its section is found", () => {
  const pages = new Map([["SITES.md", "# Sites\n## 0.1 Worlds\n### A4. Self-hosted\n"]]);
  const text = "/* (SITES.md 0.1), SITES.md A4, A5; SITES.md 0.2, SITES.md, STACK.md 8.1. */";
  expect(unknownCitations([{ path: "a.ts", text }], pages)).toEqual(
    ["SITES.md A5", "SITES.md 0.2", "STACK.md 8.1"].map(
      (one) => `a.ts cites ${one}, which docs/ does not have`,
    ),
  );
});

test("a path of old in a comment is found, and one in code is not", () => {
  const text = '/** See domain/old.ts. */ // extension/here.ts\nconst a = "domain/other.ts";';
  expect(missingPaths([{ path: "a.ts", text }], (path) => path === "extension/here.ts")).toEqual([
    "a comment of a.ts names domain/old.ts, which is not there",
  ]);
});

describe("an import that goes the wrong way is found", () => {
  test.each([
    ["domain/a.ts", 'import { z } from "zod";'],
    ["domain/a.ts", 'import x from "#domain/x";'],
    ["domain/a.ts", 'export * from "../extension/a.ts";'],
    ["domain/a.ts", 'import type { A } from "node:fs";'],
    ["domain/a.ts", 'import { read } from "#reading/read";'],
    ["reading/a.ts", 'import "../extension/a.ts";'],
    ["reading/formats/a.ts", 'import "../../dashboard/src/lib/a.ts";'],
    ["reading/a.ts", 'import { a } from "#lib/a";'],
    ["reading/a.ts", 'import { openAsBlob } from "node:fs";'],
    ["extension/a.ts", 'import "../dashboard/src/lib/a.ts";'],
    ["extension/a.ts", 'const a = await import("#lib/a");'],
    ["extension/a.ts", 'new Worker(new URL("../test/a.ts", import.meta.url));'],
    ["extension/a.ts", "await import(name);"],
    ["extension/Popup.svelte", '<p></p>\n<script lang="ts">\n import a from "../pb_hooks/src/a";\n</script>'],
    ["dashboard/src/a.ts", 'type A = import("../../extension/a").A;'],
    ["dashboard/src/a.svelte", '<script module>const a = require("../../test/a");</script><script></script>'],
    ["dashboard/src/a.svelte", '<style>@import "../../extension/a.css";</style>'],
    ["dashboard/src/app.css", '@import "../../extension/a.css";'],
    ["dashboard/src/a.ts", 'const all = import.meta.glob("../../extension/*.ts");'],
    ["pb_hooks/src/a.ts", 'import "../../dashboard/src/a";'],
    ["pb_hooks/src/a.ts", 'import { read } from "#reading/read";'],
    ["pb_hooks/src/a.ts", 'import { existsSync, readdirSync, readFileSync } from "node:fs";'],
    ["pb_hooks/a.pb.js", `require(${hooks}/other.js\`);`],
    ["pb_hooks/a.pb.js", 'require("../domain/a.ts");'],
    ["pb_migrations/1_a.js", `const a = require(${hooks}/server.js\`);`],
    ["pb_migrations/1_a.js", 'import { a } from "../domain/a.ts";'],
    ["scripts/a.mjs", 'import { z } from "zod";'],
    ["scripts/a.mjs", 'await import("../domain/a.ts");'],
    ["scripts/a.mjs", 'import { read } from "#reading/read";'],
    ["scripts/a.ts", 'import "../test/a.ts";'],
    ["elsewhere/a.ts", ""],
  ])("%s: %s", (path, text) => expect(wrongDirections([{ path, text }])).toHaveLength(1));
});

test.each([
  ["domain/detector/a.ts", 'import * as z from "zod/mini"; import { a } from "../a.ts";'],
  [
    "reading/formats/a.ts",
    'import { Inflate } from "fflate"; import type { Reading } from "#domain/detector/verdict";',
  ],
  ["extension/a.ts", 'import { read } from "#reading/read";'],
  ["dashboard/src/a.ts", 'const { read } = await import("#reading/read");'],
  [
    "scripts/detect/a.ts",
    'import { read } from "#reading/read"; import { judge } from "#domain/detector/judge";',
  ],
  ["extension/a.svelte", '<script>import { policy } from "#domain/policy"; import "./b.ts";</script>'],
  ["dashboard/src/a.ts", 'import { a } from "#lib/a"; import { page } from "$app/state";'],
  ["pb_hooks/a.pb.js", `routerAdd("GET", "/a", (e) => require(${hooks}/server.js\`).people.a(e));`],
  ["scripts/a.mjs", 'import { join } from "node:path"; import { b } from "./b.mjs";'],
  ["scripts/verify.ts", 'import { a } from "#domain/ledger/ledger"; import { b } from "./b.mjs";'],
  ["domain/a.ts", '// import "zod"\nconst text = \'import "node:fs"\';'],
])("%s may: %s", (path, text) => expect(wrongDirections([{ path, text }])).toEqual([]));

describe("what the domain may not use is found", () => {
  test.each([
    "const now = Date.now();",
    "const now = new Date();",
    "const now = new Date;",
    "const now = Date();",
    'const now = Date["now"]();',
    "const n = Math.random();",
    "crypto.randomUUID();",
    'fetch("https://a.example");',
    "new Intl.DateTimeFormat();",
    "const letters = /\\p{L}/u;",
    "const flags = /a/dg;",
    "const title = document.title;",
    "const w = { window };",
    "setTimeout(() => {}, 1);",
    "globalThis.fetch;",
    "a.toLocaleString();",
    "new TextEncoder();",
  ])("%s", (text) => expect(impurities([{ path: "domain/a.ts", text }])).not.toEqual([]));
});

test("the domain may read a given time, and use the words of the DOM as names of its own", () => {
  const text =
    "new Date(0); Date.parse(a); a.document; ({ window: 1 }); (self) => self; const x: { URL: 1 } = y; // fetch";
  expect(impurities([{ path: "domain/a.ts", text }])).toEqual([]);
});

test.each(["^1.0.0", "~1.0.0", "1", "*", "latest", "file:../a", "github:a/b"])(
  "%s is not an exact version",
  (version) => expect(looseVersions({ devDependencies: { a: version } })).toEqual([`a ${version}`]),
);

test("a package without a hash, or from elsewhere than the registry, is found", () => {
  const resolved = "https://registry.npmjs.org/a/-/a-1.0.0.tgz";
  const packages = {
    "": {},
    "node_modules/a": { resolved, integrity: "sha512-a" },
    "node_modules/b": { resolved },
    "node_modules/c": { resolved: "https://a.example/a.tgz", integrity: "sha512-a" },
    "node_modules/a/node_modules/d": { inBundle: true },
  };
  expect(unchecked({ packages })).toEqual(["node_modules/b", "node_modules/c"]);
});

test.each([
  ["pb_hooks/src/base/a.ts", 'import "../ledger/head.ts";'],
  ["pb_hooks/src/ledger/a.ts", 'import type { A } from "../registers/incidents/a.ts";'],
  ["pb_hooks/src/registers/training/a.ts", 'import "../../work/desk.ts";'],
  [
    "dashboard/src/lib/components/a.svelte",
    '<script>import { a } from "#lib/registers/incidents/api.ts";</script>',
  ],
  ["dashboard/src/lib/format/a.ts", 'import "../today/a.ts";'],
  ["domain/base/a.ts", 'import "../policy.ts"; import "../ledger/event.ts";'],
])("an import that goes up is found: %s", (path, text) => {
  expect(upwardImports([{ path, text }])).toHaveLength(1);
});

test.each([
  ["pb_hooks/src/work/a.ts", 'import "../registers/index.ts"; import "../base/clock.ts";'],
  ["pb_hooks/src/server.ts", 'export * as work from "./work/index.ts";'],
  [
    "dashboard/src/lib/registers/training/a.svelte",
    '<script>import A from "#lib/components/a.svelte";</script>',
  ],
  ["dashboard/src/lib/components/a.ts", 'import "#lib/form.ts"; import "#lib/format/time.ts";'],
])("an import that goes down is no fault: %s", (path, text) => {
  expect(upwardImports([{ path, text }])).toEqual([]);
});
