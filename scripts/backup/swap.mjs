import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { writeWhole } from "../folder/write-whole.mjs";
import { dataPaths } from "../serving/server.mjs";

/**
 * What a restore writes down before it moves anything.
 * @typedef {{ from: string, aside: string, said: string[] }} Journal from: the backup; aside: where the folder in place goes,
 *   '' where there is none; said: what is told when it is done
 */

/**
 * Puts the unpacked backup in place of the server's folder, which is moved aside whole. Each step is one rename; between two
 * of them the process may be killed, and `settle` brings the folder to one side or the other.
 * @param {string} data
 * @param {Journal} journal
 * @returns {Generator<string, void>} what was done by then
 */
export function* swap(data, journal) {
  const { pb, restoring, restore } = dataPaths(data);
  writeWhole(restore, JSON.stringify(journal));
  yield "journal";
  if (journal.aside) renameSync(pb, journal.aside);
  yield "aside";
  renameSync(restoring, pb);
  onDisk(data);
  yield "in place";
  rmSync(restore);
  onDisk(data);
}

/**
 * Ends what an earlier restore began: one that had put its backup in place is done, any other is taken back.
 * @param {string} data
 * @returns {Journal | undefined} of a restore that had come to its end but for saying so
 */
export function settle(data) {
  const { pb, restoring, restore } = dataPaths(data);
  const journal = journalIn(restore);
  const isDone = journal !== undefined && existsSync(pb) && !existsSync(restoring);
  if (journal && !existsSync(pb) && existsSync(journal.aside)) renameSync(journal.aside, pb);
  // In this order: a journal without what was unpacked would look like a restore that is done.
  rmSync(restore, { force: true });
  onDisk(data);
  rmSync(restoring, { recursive: true, force: true });
  return isDone ? journal : undefined;
}

/**
 * @param {string} file
 * @returns {Journal | undefined}
 */
function journalIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * Names and renames are on disk when this returns; Windows has no such thing for a folder.
 * @param {string} folder
 */
function onDisk(folder) {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
