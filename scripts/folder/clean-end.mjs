import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { dataPaths } from "../serving/server.mjs";
import { writeWhole } from "./write-whole.mjs";

/**
 * Whether the databases are just as the server left them when it ended as it should: then their pages are not looked
 * through again at the next start. Damage that comes to a file at rest is found where the night's backup is read back.
 */

/**
 * Notes how the databases lie now that the server has ended. Without a note, or with a log left beside a database, the next
 * start looks through them.
 * @param {string} data
 */
export function noteCleanEnd(data) {
  const files = filesOf(data);
  if (files.some((file) => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)) return;
  writeWhole(dataPaths(data).ended, JSON.stringify({ files: files.map(asItLies) }));
}

/**
 * Takes the note, which is good for one start.
 * @param {string} data
 */
export function endedClean(data) {
  const { ended } = dataPaths(data);
  try {
    const { files } = JSON.parse(readFileSync(ended, "utf8"));
    return JSON.stringify(files) === JSON.stringify(filesOf(data).map(asItLies));
  } catch {
    return false;
  } finally {
    rmSync(ended, { force: true });
  }
}

/** @param {string} data */
const filesOf = (data) =>
  [dataPaths(data).database, dataPaths(data).auxiliary].filter((file) => existsSync(file));

/** @param {string} file */
function asItLies(file) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [file, size, mtimeMs, ctimeMs, ino];
}
