import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../base/run.mjs";

/** The one place that says which PocketBase this is; checksums from its release, cross-checked (STACK.md 1.1). */
export const release = JSON.parse(
  readFileSync(fileURLToPath(new URL("./release.json", import.meta.url)), "utf8"),
);

/** How long the program may take to say its version, in milliseconds. */
const answerAllowed = 20_000;

/** The program's file name. */
export const program = process.platform === "win32" ? "pocketbase.exe" : "pocketbase";

/** Where the program of this version is kept between starts and projects. */
export function cacheFolder() {
  const local = process.env.LOCALAPPDATA || join(homedir(), "AppData", "Local");
  const caches =
    process.platform === "win32" ? local : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(caches, "chaperone", "pocketbase", release.version);
}

/**
 * @param {string} path
 * @returns {Promise<string>} such as "0.40.4"; empty where it is not PocketBase or does not run here
 */
export async function versionOf(path) {
  try {
    const { status, stdout } = await run(path, ["--version"], { timeout: answerAllowed });
    return status === 0 ? (/version (\S+)/.exec(stdout)?.[1] ?? "") : "";
  } catch {
    return "";
  }
}

/** This machine as releases name it, such as "linux_amd64". */
export function target() {
  const os = { linux: "linux", darwin: "darwin", win32: "windows" }[/** @type {string} */ (process.platform)];
  const cpu = { x64: "amd64", arm64: "arm64" }[/** @type {string} */ (process.arch)];
  return `${os}_${cpu}`;
}
