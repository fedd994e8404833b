import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sentence } from "../base/refusal.mjs";
import { root, toolNode } from "../base/root.mjs";
import { run } from "../base/run.mjs";
import { dataPaths } from "./server.mjs";

/** How often it is asked whether a look is due, in milliseconds. */
const askEvery = 600_000;
/** How old the last look through all of it may be, in milliseconds. */
const lookEvery = 86_400_000;

/**
 * Holds the log against every witness in the folder, or computes all of it anew as well; what is wrong is said here and
 * noted for the lead (domain/ledger/checked.ts). It stops nobody: a log that is doubted goes on recording.
 * @param {string} data
 * @param {"witnesses" | "whole"} how
 * @returns {Promise<boolean>} whether it was looked through and nothing contradicts it
 */
export async function lookThroughLog(data, how) {
  const script = join(root, "scripts", "verify", "check-folder.ts");
  const { status, stdout, stderr } = await run(toolNode(), ["--no-warnings", script, data, how]);
  if (status !== 0)
    console.error(`The log could not be looked through: ${stderr.trim() || `it ended with ${status}`}`);
  const lines = stdout.trim() === "" ? [] : stdout.trim().split("\n");
  if (lines.length > 0)
    console.error(["The log is contradicted.", ...lines.map((line) => `  ${line}`)].join("\n"));
  return status === 0 && lines.length === 0;
}

/**
 * Looks through all of it once a day while the server runs, in a process that gives way to the server.
 * @param {string} data
 * @returns {() => void} stops it
 */
export function watchLog(data) {
  let busy = false;
  const look = async () => {
    if (busy || Date.now() - lastLook(data) < lookEvery) return;
    busy = true;
    await lookThroughLog(data, "whole").finally(() => {
      busy = false;
    });
  };
  const timer = setInterval(() => void look().catch((error) => console.error(sentence(error))), askEvery);
  return () => clearInterval(timer);
}

/**
 * When all of it was last looked through; 0 where it never was.
 * @param {string} data
 */
function lastLook(data) {
  try {
    const at = Date.parse(JSON.parse(readFileSync(dataPaths(data).checked, "utf8")).chain.at);
    // A clock that ran ahead must not put it off.
    return at > Date.now() ? 0 : at || 0;
  } catch {
    return 0;
  }
}
