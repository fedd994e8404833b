import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../folder/write-whole.mjs";
import { dataPaths } from "../serving/server.mjs";

/**
 * A backup that was opened again, and what it holds (domain/ledger/read-back.ts).
 * @typedef {{ backup: string, size: number, modified: number, readAt: string, seq: number, hash: string, receivedAt: string }} ReadBack
 * @typedef {{ backup: string, size: number, modified: number, readAt: string, fault: string }} NotRead
 * @typedef {{ backups: ReadBack[], failed: NotRead[] }} ReadBacks
 */

/**
 * The backups in a data folder, the newest first.
 * @param {string} data
 */
export function backupsOf(data) {
  const folder = backupFolder(data);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".zip"))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return { backup: name, size, modified: Math.floor(mtimeMs) };
    })
    .sort((a, b) => b.modified - a.modified || (a.backup < b.backup ? 1 : -1));
}

/** @param {string} data */
export const backupFolder = (data) => join(dataPaths(data).pb, "backups");

/**
 * What is known of the backups that still lie there as they were read.
 * @param {string} data
 * @returns {ReadBacks}
 */
export function readBacksOf(data) {
  const there = backupsOf(data);
  /** @param {{ backup: string, size: number, modified: number }} one */
  const isThere = (one) =>
    there.some(
      ({ backup, size, modified }) => backup === one.backup && size === one.size && modified === one.modified,
    );
  try {
    const { backups, failed } = JSON.parse(readFileSync(dataPaths(data).readBack, "utf8"));
    return { backups: backups.filter(isThere), failed: failed.filter(isThere) };
  } catch {
    return { backups: [], failed: [] };
  }
}

/**
 * @param {string} data
 * @param {ReadBacks} known
 */
export function keepReadBacks(data, known) {
  writeWhole(dataPaths(data).readBack, JSON.stringify(known));
}
