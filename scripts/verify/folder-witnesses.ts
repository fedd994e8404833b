import { readdirSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Checkpoint } from "#domain/ledger/ledger";
import type { Witness } from "#domain/ledger/witness/witness";
import { readBacksOf } from "../backup/backups.mjs";
import { hasColumn } from "./tables.ts";

/** What in a data folder says how the log once stood, and whose word it is. */
export interface FolderWitness {
  readonly witness: Witness;
  readonly from: string;
}

/** Every checkpoint, the head in each review's minutes, receipts that browsers sent in vain, and what backups held. */
export function* witnessesIn(database: DatabaseSync, data: string): Generator<FolderWitness> {
  yield* checkpointsIn(database);
  if (hasColumn(database, "reviews", "ledgerHash")) yield* minutesIn(database);
  if (hasColumn(database, "browsers", "contradictedReceipt")) yield* receiptsIn(database);
  yield* backupsIn(data);
}

function* checkpointsIn(database: DatabaseSync): Generator<FolderWitness> {
  const rows = database.prepare(
    "SELECT seq, hash, at, signature, publicKey, why FROM checkpoints WHERE seq > 0 ORDER BY seq",
  );
  for (const row of rows.iterate()) {
    const { seq, hash, at, signature, publicKey, why } = row as unknown as Checkpoint & { why: string };
    const signed = { seq, hash, at, signature, publicKey };
    yield { witness: { seq, hash, signed }, from: `the ${why} checkpoint of ${at.slice(0, 10)}` };
  }
}

function* minutesIn(database: DatabaseSync): Generator<FolderWitness> {
  const rows = database.prepare(
    "SELECT number, ledgerSeq, ledgerHash, minutes FROM reviews WHERE state = 'signed' AND ledgerSeq > 0 ORDER BY number",
  );
  for (const { number, ledgerSeq, ledgerHash, minutes } of rows.iterate()) {
    const from = `the minutes of review ${number}`;
    yield { witness: { seq: Number(ledgerSeq), hash: String(ledgerHash) }, from };
    const written = headOf(String(minutes));
    if (written) yield { witness: written, from };
  }
}

function headOf(minutes: string): Witness | undefined {
  try {
    const { seq, hash } = JSON.parse(minutes).ledger;
    return { seq: Number(seq), hash: String(hash) };
  } catch {
    return undefined;
  }
}

/** Those that the lead has settled count no more. */
function* receiptsIn(database: DatabaseSync): Generator<FolderWitness> {
  const rows = database.prepare(
    "SELECT name, contradictedReceipt AS receipt FROM browsers WHERE chainMismatch = 1 AND contradictedReceipt <> ''",
  );
  for (const { name, receipt } of rows.iterate()) {
    const [seq, hash = ""] = String(receipt).split(" ");
    yield { witness: { seq: Number(seq), hash }, from: `the receipt of the browser “${name}”` };
  }
}

/** After a restore those made before it may hold what the log does not: they are not asked. */
function* backupsIn(data: string): Generator<FolderWitness> {
  const since = restoredAt(data);
  for (const { backup, seq, hash, modified } of readBacksOf(data).backups)
    if (seq > 0 && modified >= since) yield { witness: { seq, hash }, from: `the backup ${backup}` };
}

/** When the folder was last restored, in milliseconds; 0 where it never was. */
export function restoredAt(data: string): number {
  const stamps = readdirSync(data).flatMap((name) => {
    const [, y, mo, d, h, mi, s] =
      /^pb\.before-restore-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(name) ?? [];
    return y === undefined ? [] : Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  });
  return Math.max(0, ...stamps);
}

/** Events that were signed in the very transaction that made them, and whose checkpoint is not there. */
export function unsignedIn(database: DatabaseSync): number[] {
  const rows = database.prepare(
    `SELECT e.seq AS seq FROM events e WHERE e.kind IN ('log.export', 'reviews.act') AND e.detail <> ''
       AND ((e.kind = 'log.export' AND e.detail->>'what' = 'ledger') OR (e.kind = 'reviews.act' AND e.detail->>'action' = 'sign'))
       AND NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.seq = e.seq) ORDER BY e.seq LIMIT 20`,
  );
  return rows.all().map(({ seq }) => Number(seq));
}
