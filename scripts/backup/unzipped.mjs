import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/refusal.mjs";
import { dataPaths } from "../serving/server.mjs";
import { backupFolder } from "./backups.mjs";

/**
 * Refuses a folder into which a backup was put halfway: by a restore that was interrupted, or by hand over the remains of a
 * killed server, whose log SQLite would read into the wrong database. Changes nothing.
 * @param {string} data
 */
export function checkRestored(data) {
  const { restore, backupMark } = dataPaths(data);
  if (existsSync(restore)) {
    const from = textIn(restore, "from");
    throw new Refusal(
      `Restoring a backup into ${data} was interrupted; nothing is lost. Run it once more: ${restoreCommand(data, from)}`,
    );
  }
  const left = ["data.db", "auxiliary.db"].find((name) => hasLog(join(dataPaths(data).pb, name)));
  if (!left || !existsSync(backupMark) || isBackingUp(data)) return;
  const zip = join(backupFolder(data), textIn(backupMark, "backup"));
  throw new Refusal(
    `A backup was unzipped into ${data} over the remains of a server that was killed (${left}-wal): they don't belong together. Nothing was changed. Run ${restoreCommand(data, zip.endsWith(".zip") && existsSync(zip) ? zip : "")}`,
  );
}

/**
 * Takes away what marks a backup: one that is served is no backup any more, and one whose making was killed never was one.
 * @param {string} data whose lock this process holds
 */
export function dropBackupMarks(data) {
  const { backupMark, backingUp } = dataPaths(data);
  for (const mark of [backupMark, backingUp]) rmSync(mark, { force: true });
}

/**
 * Whether SQLite would read a log into this database.
 * @param {string} database
 */
export function hasLog(database) {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * @param {string} data
 * @param {string} [zip]
 */
export const restoreCommand = (data, zip = "") =>
  `npm run -s restore -- --data ${quoted(data)} --from ${zip === "" ? "ZIP" : quoted(zip)}`;

/** @param {string} text */
const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `"${text}"`);

/**
 * Whether the mark is there because a backup was being made when the server was killed.
 * @param {string} data
 */
function isBackingUp(data) {
  const { backupMark, backingUp } = dataPaths(data);
  return existsSync(backingUp) && readFileSync(backupMark, "utf8") === readFileSync(backingUp, "utf8");
}

/**
 * @param {string} file
 * @param {string} member
 */
function textIn(file, member) {
  try {
    return String(JSON.parse(readFileSync(file, "utf8"))[member] ?? "");
  } catch {
    return "";
  }
}
