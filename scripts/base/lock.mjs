import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { processBirth } from "./process-birth.mjs";

/**
 * A process as a lock file names it.
 * @typedef {{ pid: number, birth: string }} Holder
 * @typedef {{ holder: Holder, server?: Holder | undefined }} Lock server: the PocketBase that the holder started
 */

/** @param {number} pid */
export function holderOf(pid) {
  return { pid, birth: processBirth(pid) };
}

/** @param {Holder | undefined} holder */
export function lives(holder) {
  return holder !== undefined && holder.birth !== "" && processBirth(holder.pid) === holder.birth;
}

/**
 * Takes the lock, or says who holds it. A lock whose process has died is taken over.
 * @param {string} file
 * @returns {{ taken: true, left: Lock | undefined } | { taken: false, by: Holder }} left: the dead process's lock
 */
export function takeLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ holder: holderOf(process.pid) }), { mode: 0o600 });
  try {
    for (let left; ; ) {
      if (linked(mine, file)) return { taken: true, left };
      const other = readLock(file);
      if (other && lives(other.holder)) return { taken: false, by: other.holder };
      left = setAside(file) ?? left;
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Adds the server's process to a lock that this process holds.
 * @param {string} file
 * @param {number} server its process number
 */
export function nameServer(file, server) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify({ holder: holderOf(process.pid), server: holderOf(server) }), {
    mode: 0o600,
  });
  renameSync(half, file);
}

/**
 * Gives up a lock, if it is this process's.
 * @param {string} file
 */
export function releaseLock(file) {
  if (readLock(file)?.holder.pid === process.pid) rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    const lock = JSON.parse(readFileSync(file, "utf8"));
    return typeof lock?.holder?.pid === "number" ? lock : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Moves a dead lock out of the way. Of several starts that saw it dead one may already hold the place anew: what was
 * moved is looked at once more, and put back if it is alive.
 * @param {string} file
 */
function setAside(file) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return undefined;
  }
  const moved = readLock(aside);
  if (moved && lives(moved.holder)) linked(aside, file);
  rmSync(aside, { force: true });
  return moved;
}

/**
 * @param {string} from
 * @param {string} to
 */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}
