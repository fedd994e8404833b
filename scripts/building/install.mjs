import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { step } from "../base/progress.mjs";
import { Refusal } from "../base/refusal.mjs";
import { root, toolNode } from "../base/root.mjs";
import { run } from "../base/run.mjs";

/** What the packages need on the disk, in bytes, with room for npm's own cache. */
const roomNeeded = 900e6;

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, extraneous?: boolean }} Package */
/** @typedef {{ packages?: Record<string, Package> }} LockFile */

/** Says for which lock file the last installation by this script was whole. */
const stamp = join(root, "node_modules", ".installed-from");

/** Installs the packages of the lock file unless exactly these are installed already. */
export async function install() {
  const lock = join(root, "package-lock.json");
  const wanted = readJson(lock);
  if (!wanted) throw new Refusal("package-lock.json is missing or damaged: get the project anew.");
  const from = createHash("sha256").update(readFileSync(lock)).digest("hex");
  const found = readJson(join(root, "node_modules", ".package-lock.json"));
  if (readStamp(stamp) !== from && !isInstalled(wanted, found)) {
    const { bavail, bsize } = statfsSync(root);
    if (bavail * bsize < roomNeeded) {
      throw new Refusal(`The disk is nearly full: the packages need ${roomNeeded / 1e6} MB.`);
    }
    rmSync(stamp, { force: true });
    await step("Installing packages", npmCi);
    writeFileSync(stamp, from);
  }
  toolNode();
}

/**
 * Whether an installation by hand was whole and of this lock file: npm writes node_modules/.package-lock.json as its
 * last act.
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile | undefined} found node_modules/.package-lock.json
 */
export function isInstalled(wanted, found) {
  if (!found?.packages) return false;
  const names = Object.keys(wanted.packages ?? {}).filter((name) => name !== "");
  const same = names.every((name) => {
    const want = wanted.packages?.[name];
    const have = found.packages?.[name];
    if (!have) return want?.optional === true || want?.extraneous === true;
    return have.version === want?.version && have.integrity === want?.integrity;
  });
  return same && Object.keys(found.packages).every((name) => wanted.packages?.[name] !== undefined);
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

async function npmCi() {
  const [program, ...first] = npm();
  const retries = ["--fetch-retries=2", "--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];
  const args = [
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    ...retries,
  ];
  const { status, stdout, stderr } = await run(program, [...first, ...args], {
    cwd: root,
    shell: program === "npm.cmd",
  });
  if (status !== 0) throw new Refusal(installFault(status, `${stdout}\n${stderr}`));
}

/** @returns {[string, ...string[]]} the npm that started this script, or the one on the path */
export function npm() {
  const script = process.env.npm_execpath ?? "";
  if (basename(script) === "npm-cli.js") return [process.env.npm_node_execpath ?? process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/**
 * @param {number} status
 * @param {string} said
 */
export function installFault(status, said) {
  if (status === 127) return "npm was not found: install Node 20 or newer with npm from https://nodejs.org";
  if (/ENOSPC|no space left/i.test(said)) return "The disk is full: free some space and start again.";
  if (/EINTEGRITY/.test(said))
    return "A package arrived with another checksum than the lock file's; nothing was installed.";
  if (/EUSAGE/.test(said))
    return "package.json and package-lock.json do not fit together: get the project anew.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(said)) {
    return "The packages could not be downloaded: there is no way through to the npm registry from here. Start again when there is.";
  }
  const lines = said.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  return `Installing the packages failed: ${lines[0]?.replace(/^npm (error|ERR!)\s*/, "") ?? `npm ended with ${status}`}`;
}

/**
 * @param {string} file
 * @returns {LockFile | undefined}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
