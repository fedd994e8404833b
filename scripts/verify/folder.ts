import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { CheckedFolder, CheckedRow, RowsChecked } from "#domain/ledger/checked";
import type { Verdict } from "#domain/ledger/verify-ledger";
import { Held } from "#domain/ledger/witness/held-against";
import { hashAt, headIn, lookInto } from "../backup/database.mjs";
import { Refusal } from "../base/refusal.mjs";
import { dataPaths } from "../serving/server.mjs";
import { verifies } from "../signatures.ts";
import { chainIn } from "./chain-in.ts";
import { fileFaults, filesIn, textFaults } from "./files-in.ts";
import { unsignedIn, witnessesIn } from "./folder-witnesses.ts";
import type { KnownFiles } from "./known-files.ts";
import { rowsIn } from "./rows-in.ts";
import { passingSigner, type Signer, signerOf } from "./signer.ts";
import { hasTable } from "./tables.ts";

/** What a look through a data folder found. */
export interface Looked {
  readonly head: { readonly seq: number; readonly hash: string };
  /** undefined where only witnesses were asked. */
  readonly verdict: Verdict | undefined;
  /** What stands in the folder itself, and what was kept elsewhere. */
  readonly held: Held;
  readonly kept: Held;
  readonly unsigned: readonly number[];
  readonly rows: RowsChecked;
  /** The public key with which the folder signs; '' where its key can't be read. */
  readonly publicKey: string;
}

export interface Looking {
  /** Whether every hash of the chain is computed anew. */
  readonly whole: boolean;
  /** Files that need not be read again; without it each is. */
  readonly files?: KnownFiles;
  /** Asks what was kept elsewhere, one after another. */
  readonly ask?: (kept: Held) => void;
}

/**
 * Looks through the log of a data folder, all as of one moment, also beside a running server.
 *
 * @throws {Refusal} Where there is no clinic, or no log in it.
 */
export function lookThrough(data: string, { whole, files, ask }: Looking): Looked {
  const { database: file, keys, pb } = dataPaths(data);
  if (!existsSync(file)) throw new Refusal(`There is no clinic in ${data}: name its folder with --data DIR.`);
  const signer = signerIn(keys);
  const found = lookInto(file, (database) => {
    if (!hasLog(database)) throw new Refusal(`There is no log of Chaperone in ${data}.`);
    database.exec("BEGIN");
    const head = headIn(database);
    const publicKey = signer?.publicKey ?? "";
    const standing = {
      hashAt: (seq: number) => hashAt(database, seq),
      first: Number(database.prepare("SELECT coalesce(min(seq), 0) AS seq FROM events").get()?.seq),
      last: head.seq,
      publicKey,
      verifies,
    };
    const [held, kept] = [new Held(standing), new Held(standing)];
    for (const { witness, from } of witnessesIn(database, data)) held.add(witness, from);
    ask?.(kept);
    const verdict = whole ? chainIn(database, signer ?? passingSigner()) : undefined;
    const rows = withFaults(rowsIn(database), textFaults(database));
    const looked = { head, verdict, held, kept, unsigned: unsignedIn(database), rows, publicKey };
    return { looked, keeps: filesIn(database) };
  });
  // Files are read when the database is let go of: gigabytes of them take minutes.
  return { ...found.looked, rows: withFaults(found.looked.rows, fileFaults(found.keeps, pb, files)) };
}

const withFaults = (rows: RowsChecked, faults: Iterable<CheckedRow>): RowsChecked => ({
  ...rows,
  faults: [...rows.faults, ...faults],
});

function signerIn(keys: string): Signer | undefined {
  try {
    return signerOf(keys);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const hasLog = (database: DatabaseSync): boolean =>
  hasTable(database, "events") && hasTable(database, "checkpoints");

/** The same as the server reads it; what was found of the chain before stands where it was not asked now. */
export function asChecked(
  { head, verdict, held, unsigned, rows }: Looked,
  at: string,
  before: CheckedFolder | undefined,
): CheckedFolder {
  return {
    v: 1,
    at,
    head: { seq: head.seq, hash: head.hash },
    chain: verdict ? { at, seq: head.seq, broken: verdict.finding ?? null } : (before?.chain ?? null),
    asked: held.asked,
    agreed: held.agreed,
    contradictions: held.contradictions.map(({ from, witness, is }) => ({ from, seq: witness.seq, is })),
    contradicted: held.contradicted,
    concerned: held.concerned ?? null,
    unsigned: [...unsigned],
    rows,
  };
}
