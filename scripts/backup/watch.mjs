import { join } from "node:path";
import { sentence } from "../base/refusal.mjs";
import { root, toolNode } from "../base/root.mjs";
import { endAll, run } from "../base/run.mjs";
import { backupsOf, readBacksOf } from "./backups.mjs";

/** How often a new backup is looked for, in milliseconds. */
const lookEvery = 60_000;

/**
 * Opens a backup again, the newest where none is named, and notes what it holds.
 * @param {string} data
 * @param {string} [name]
 */
export function readBack(data, name) {
  const script = join(root, "scripts", "backup", "read-back.mjs");
  return run(toolNode(), ["--no-warnings", script, data, ...(name === undefined ? [] : [name])]);
}

/**
 * Reads each new backup back while the server runs: only what a backup was seen to hold may browsers forget.
 * @param {string} data
 * @returns {() => Promise<void>} stops it
 */
export function watchBackups(data) {
  let [busy, said] = [false, ""];
  const look = async () => {
    const [newest] = backupsOf(data);
    const { backups, failed } = readBacksOf(data);
    // One that could not be read for want of room is in neither list, and is read when there is some.
    if (busy || !newest || [...backups, ...failed].some(({ backup }) => backup === newest.backup)) return;
    busy = true;
    const { status, stderr } = await readBack(data).finally(() => {
      busy = false;
    });
    if (status !== 0 && stderr !== said) console.error(stderr.trim());
    said = stderr;
  };
  const lookSafely = () => void look().catch((error) => console.error(sentence(error)));
  const timer = setInterval(lookSafely, lookEvery);
  lookSafely();
  return async () => {
    clearInterval(timer);
    await endAll();
  };
}
