import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal } from "../base/refusal.mjs";
import { cacheFolder, program, release, versionOf } from "./release.mjs";
import { built, downloaded } from "./ways.mjs";

/**
 * The server program's path: given by hand (POCKETBASE), cached, downloaded or built, in this order.
 * @returns {Promise<string>}
 */
export async function obtainPocketbase() {
  const given = process.env.POCKETBASE;
  if (given) return checkedByHand(resolve(given));
  const cached = join(cacheFolder(), program);
  if (existsSync(cached) && (await versionOf(cached)) === release.version) return cached;
  const refused = await firstOf([downloaded, built]);
  if (refused.length === 0) return cached;
  throw new Refusal(
    `PocketBase ${release.version} could not be obtained (${refused.join("; ")}): give its path in the environment variable POCKETBASE, or connect to the network and start again.`,
  );
}

/** @type {Promise<string> | undefined} */
let found;

/**
 * The same, looked for once by a process: to ask a program for its version takes a twentieth of a second of the processor's.
 * @returns {Promise<string>}
 */
export function pocketbase() {
  found ??= obtainPocketbase().catch((error) => {
    found = undefined;
    throw error;
  });
  return found;
}

/**
 * Tries each way in turn; an empty list means that one of them worked.
 * @param {readonly (() => Promise<void>)[]} ways
 * @returns {Promise<string[]>} why each way failed
 */
async function firstOf(ways) {
  const reasons = [];
  for (const way of ways) {
    try {
      await way();
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons.push(error.message);
    }
  }
  return reasons;
}

/** @param {string} path */
async function checkedByHand(path) {
  if (!existsSync(path)) throw new Refusal(`POCKETBASE names ${path}, which does not exist.`);
  const found = await versionOf(path);
  if (found === release.version) return path;
  throw new Refusal(
    `POCKETBASE names ${path}, which is ${found ? `version ${found}` : "not PocketBase"}; Chaperone needs version ${release.version}.`,
  );
}
