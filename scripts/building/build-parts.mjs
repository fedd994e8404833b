import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/refusal.mjs";
import { root, toolEnv, toolNode, toolScript } from "../base/root.mjs";
import { run } from "../base/run.mjs";
import { compressFolder } from "./compress.mjs";
import { writeLicences } from "./licences.mjs";
import { shippedByEsbuild } from "./shipped.mjs";

/**
 * @typedef {object} Part
 * @property {string} what is built, as shown to the person who waits
 * @property {readonly string[]} sources what it is made from
 * @property {readonly string[]} results what must be there afterwards
 * @property {() => Promise<void>} make
 */

const builders = ["build-parts", "licences", "shipped"].map((name) => `scripts/building/${name}.mjs`);
const shared = ["domain", "package.json", "package-lock.json", ...builders];

/** Where a part's bundler says which packages it put into it. */
const shippedIn = (/** @type {string} */ part) => join(root, "dist", `shipped-${part}.json`);

/** The folders that WXT builds into, and what it is told for them. */
const browsers = { "chrome-mv3": [], "firefox-mv3": ["-b", "firefox", "--mv3"] };

/** What of `pb_hooks/src` is bundled, each to a script of the same name. */
export const bundles = ["boot", "server"];

/** What takes the place of a package in them. */
export const inBundles = { "zod/mini": join(root, "pb_hooks", "src", "base", "lazy-zod.ts") };

/** @type {Record<"hooks" | "dashboard" | "extension", Part>} */
export const parts = {
  hooks: {
    what: "the server's hooks",
    sources: ["pb_hooks/src", ...shared],
    results: [...bundles.map((name) => `pb_hooks/${name}.js`), "dist/licences-server.txt"],
    make: bundleHooks,
  },
  dashboard: {
    what: "the dashboard",
    sources: ["dashboard", "reading", "scripts/building/compress.mjs", ...shared],
    results: ["dist/dashboard/index.html", "dist/dashboard/licences.txt"],
    make: async () => {
      const folder = join(root, "dist", "dashboard");
      const shipped = shippedIn("dashboard");
      await tool("vite", ["build", "dashboard"], { CHAPERONE_SHIPPED: shipped });
      const target = join(folder, "licences.txt");
      const words = "domain/detector/words/scowl-copyright.txt";
      writeLicences(target, JSON.parse(readFileSync(shipped, "utf8")), [words]);
      compressFolder(folder);
    },
  },
  extension: {
    what: "the extension for Chrome, Edge and Firefox",
    sources: ["extension", "reading", ...shared],
    results: Object.keys(browsers).flatMap((folder) =>
      ["manifest.json", "licences.txt"].map((file) => `dist/extension/${folder}/${file}`),
    ),
    make: async () => {
      for (const [folder, more] of Object.entries(browsers)) {
        const shipped = shippedIn(folder);
        await tool("wxt", ["build", "extension", ...more], { CHAPERONE_SHIPPED: shipped });
        const target = join(root, "dist", "extension", folder, "licences.txt");
        writeLicences(target, JSON.parse(readFileSync(shipped, "utf8")));
      }
    },
  },
};

/** Bundles the server's logic for PocketBase's engine: CommonJS, ES2017 (its fastest target, STACK.md 8.1). */
async function bundleHooks() {
  const esbuild = join(root, "node_modules", "@esbuild", `${process.platform}-${process.arch}`);
  const program =
    process.platform === "win32" ? join(esbuild, "esbuild.exe") : join(esbuild, "bin", "esbuild");
  const half = join(root, "dist", `hooks-${process.pid}`);
  await must("esbuild", program, [
    ...bundles.map((name) => join(root, "pb_hooks", "src", `${name}.ts`)),
    "--bundle",
    "--format=cjs",
    "--target=es2017",
    "--supported:bigint=true",
    "--platform=neutral",
    "--main-fields=module,main",
    ...Object.entries(inBundles).map(([name, file]) => `--alias:${name}=${file}`),
    "--log-level=warning",
    `--outdir=${half}`,
    `--metafile=${join(half, "all.json")}`,
  ]);
  writeLicences(join(root, "dist", "licences-server.txt"), shippedByEsbuild(join(half, "all.json")));
  for (const name of bundles) renameSync(join(half, `${name}.js`), join(root, "pb_hooks", `${name}.js`));
  rmSync(half, { recursive: true, force: true });
}

/**
 * Runs an installed tool on the Node that came with the project.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
function tool(name, args, env) {
  return must(name, toolNode(), [toolScript(name), ...args], env);
}

/**
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
async function must(name, program, args, env = {}) {
  mkdirSync(join(root, "dist"), { recursive: true });
  const { status, stdout, stderr } = await run(program, args, { cwd: root, env: { ...toolEnv(), ...env } });
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`;
  if (/ENOSPC|no space left/i.test(said))
    throw new Refusal("The disk is full: free some space and start again.");
  const lines = said.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  console.error(lines.slice(-20).join("\n"));
  throw new Refusal(`${name} failed: what it said stands above.`);
}

/** @param {Part} part */
export function isThere(part) {
  return part.results.every((file) => existsSync(join(root, file)));
}
