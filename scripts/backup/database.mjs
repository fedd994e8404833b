// Runs in the installed Node alone: the oldest that starts Chaperone has no SQLite.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../base/refusal.mjs";

/** @typedef {{ seq: number, hash: string, receivedAt: string }} Link */

/** The newest event, seq 0 where there is none. */
const headSql = "SELECT seq, hash, receivedAt FROM events ORDER BY seq DESC LIMIT 1";
const none = { seq: 0, hash: "", receivedAt: "" };

/**
 * Opens a database to read it, and never changes its file.
 * @template Result
 * @param {string} file
 * @param {(database: DatabaseSync) => Result} look
 */
export function lookInto(file, look) {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/**
 * @param {DatabaseSync} database
 * @returns {Link}
 */
export function headIn(database) {
  return /** @type {Link | undefined} */ (database.prepare(headSql).get()) ?? none;
}

/**
 * The link of the chain at a number; that before the first is always there.
 * @param {DatabaseSync} database
 * @param {number} seq
 * @returns {string | undefined} its hash
 */
export function hashAt(database, seq) {
  if (seq === 0) return "";
  const row = database.prepare("SELECT hash FROM events WHERE seq = ?").get(seq);
  return row && String(row.hash);
}

/**
 * Refuses a file that is not a whole SQLite database.
 * @param {string} file
 */
export function checkPages(file) {
  if (!existsSync(file)) return;
  try {
    const first = lookInto(file, (database) => database.prepare("PRAGMA quick_check(1)").get());
    if (first?.quick_check === "ok") return;
  } catch {
    // Said below.
  }
  throw new Refusal(`Its database ${basename(file)} is broken.`);
}
