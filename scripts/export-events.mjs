import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { Refusal } from "./base/refusal.mjs";
import { dataPaths, runCommand } from "./serving/server.mjs";
import { serverSaid } from "./serving/server-faults.mjs";

/** Columns of a row, in the order of a line (domain/ledger/ledger.ts, `eventColumns`). */
const columns = [
  ..."seq v kind receivedAt bodyHash prev hash orderedBy idDigest id user account attribution browser n".split(
    " ",
  ),
  ..."occurredAt sentAt system recordRef recordKind trace detail salt".split(" "),
];

/** How often an erasure in mid-export is met by beginning anew. */
const tries = 5;
/** Lines are written in pieces of about this many characters. */
const pieceSize = 1_000_000;

/**
 * Writes the ledger as JSON Lines, also while the server runs: the server signs its head, then everything up to there is
 * read in one transaction, from one moment. A million events need little memory.
 * @param {string} data
 * @param {string} out the file appears whole or not at all; into a pipe it goes as it comes, and a cut one is an error
 * @param {{ hooks?: string }} [options] hooks: another folder of built hooks
 * @returns {Promise<number>} how many events
 */
export async function exportEvents(data, out, options = {}) {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(dataPaths(data).database, { readOnly: true, timeout: 10_000 });
  try {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const head = await signedHead(data, options);
      database.exec("BEGIN");
      try {
        if (!blankedSince(database, head.seq)) return writeWhole(database, head, out);
      } finally {
        database.exec("ROLLBACK");
      }
    }
  } finally {
    database.close();
  }
  throw new Refusal("Events are being erased or expired just now: export again when that has ended.");
}

/**
 * The export is an event itself; the head it is signed up to holds it.
 * @param {string} data
 * @param {{ hooks?: string }} options
 * @returns {Promise<{ seq: number, hash: string, at: string, signature: string, publicKey: string }>}
 */
async function signedHead(data, options) {
  const { status, stdout, stderr } = await runCommand(data, ["chaperone", "sign-export"], options);
  if (status !== 0) throw new Refusal(serverSaid(stdout || stderr) || "The ledger cannot be signed.");
  return JSON.parse(stdout);
}

/**
 * Whether an event up to the head was blanked by an order after it, which the file would not hold.
 * @param {import("node:sqlite").DatabaseSync} database
 * @param {number} seq
 */
function blankedSince(database, seq) {
  const sql = "SELECT 1 FROM events WHERE seq > ? AND kind IN ('event.erase', 'event.expire') LIMIT 1";
  return database.prepare(sql).get(seq) !== undefined;
}

/**
 * @param {import("node:sqlite").DatabaseSync} database
 * @param {{ seq: number }} head
 * @param {string} out
 */
function writeWhole(database, head, out) {
  if (statSync(out, { throwIfNoEntry: false })?.isFile() === false) return writeInto(database, head, out);
  const half = `${out}.${process.pid}.part`;
  try {
    const events = writeInto(database, head, half);
    renameSync(half, out);
    return events;
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/**
 * Writes all of it, on disk when this returns, or throws; a pipe takes it as it comes, its head last.
 * @param {import("node:sqlite").DatabaseSync} database
 * @param {{ seq: number }} head
 * @param {string} out
 */
function writeInto(database, head, out) {
  const file = openSync(out, "w", 0o600);
  try {
    // `writeSync` may write a part without a word; this goes on to the end.
    const events = writeLines(database, head, (text) => writeFileSync(file, text));
    if (fstatSync(file).isFile()) fsyncSync(file);
    return events;
  } finally {
    closeSync(file);
  }
}

/**
 * Writes the lines of an export up to a signed head.
 * @param {import("node:sqlite").DatabaseSync} database
 * @param {{ seq: number }} head
 * @param {(text: string) => void} write gets whole lines, many at a time
 * @returns {number} how many events
 */
export function writeLines(database, head, write) {
  let digest = "";
  let piece = "";
  const line = (/** @type {object} */ value, /** @type {unknown[]} */ values) => {
    // domain/ledger/ledger.ts, `fileDigest`
    digest = createHash("sha256")
      .update(`${digest}\n${JSON.stringify(values)}`)
      .digest("hex");
    piece += `${JSON.stringify(value)}\n`;
    if (piece.length < pieceSize) return;
    write(piece);
    piece = "";
  };
  const from = cutBelow(database);
  if (from) line({ from }, ["from", from.seq, from.hash, from.at, from.signature, from.publicKey]);
  const list = columns.map((column) => `"${column}"`).join(", ");
  const rows = database.prepare(`SELECT ${list} FROM events WHERE seq <= ? ORDER BY seq`);
  let events = 0;
  for (const row of rows.iterate(head.seq)) {
    line(
      row,
      columns.map((column) => row[column]),
    );
    events += 1;
  }
  write(`${piece}${JSON.stringify({ head: { ...head, file: digest } })}\n`);
  return events;
}

/**
 * The signature under which a prefix was cut; undefined while the chain begins at its first event.
 * @param {import("node:sqlite").DatabaseSync} database
 */
function cutBelow(database) {
  return database
    .prepare(
      `SELECT seq, hash, at, signature, publicKey FROM checkpoints
       WHERE seq = (SELECT min(seq) FROM events) - 1 AND seq > 0 LIMIT 1`,
    )
    .get();
}
