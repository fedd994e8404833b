import { type SealedRow, sealRoot } from "#domain/ledger/rows/row-hash";
import { sealedDaily, sealedLists, sealedNow } from "#domain/ledger/rows/sealed-columns";
import { execute, rowsOf } from "../../base/database.ts";
import { append } from "./append.ts";
import { sealsOf } from "./row-seal.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** Rows of one baseline, so that no transaction takes long. */
const most = 1_000;

/**
 * Takes a baseline of the registers: the hash of every row as it stands now, under events of its own. Done where a
 * migration has run: rows of before have no hash yet, and what a migration changes no act did.
 *
 * @returns How many rows.
 */
export function takeBaseline(app: pb.App): number {
  const all = Object.keys(sealedLists[sealedNow] ?? {})
    .sort()
    .flatMap((collection) => idsOf(app, collection, "TRUE"));
  sealRows(app, "migration", all);
  return all.length;
}

/**
 * Gives a hash to the rows that came without one since yesterday: lines of timelines, people of lists, browsers. An event
 * a case, with its trace: who may not see a case sees no event of it either.
 */
export function sealNew(app: pb.App): void {
  const unknown = "id NOT IN (SELECT row FROM row_salts WHERE collection = {:collection})";
  const byCase = new Map<string, RowName[]>();
  for (const collection of sealedDaily) {
    const trace = collection === "browsers" ? "''" : "breach";
    for (const row of idsOf(app, collection, unknown, trace))
      byCase.set(row.trace, [...(byCase.get(row.trace) ?? []), row]);
  }
  for (const [trace, rows] of byCase) sealRows(app, "daily", rows, trace);
}

interface RowName {
  readonly collection: string;
  readonly id: string;
}

function idsOf(app: pb.App, collection: string, where: string, trace = "''") {
  const select = `SELECT id, ${trace} AS trace FROM ${collection} WHERE ${where} ORDER BY id`;
  const rows = rowsOf(app, ["id", "trace"], select, { collection });
  return rows.map(([id, of]) => ({ collection, id: String(id), trace: String(of) }));
}

/**
 * Takes the hash of rows as they stand, under an event a thousand: for what writes rows past the register's hook, in the
 * same transaction.
 *
 * @param why - What made it: `migration`, `daily`, or the act, as a slug.
 * @param rows - By collection and id in ascending order.
 * @param trace - Of the case that they belong to; '' where they belong to none, or to many.
 */
export function sealRows(app: pb.App, why: string, rows: readonly RowName[], trace = ""): void {
  for (let i = 0; i < rows.length; i += most) sealPart(app, why, rows.slice(i, i + most), trace);
}

function sealPart(app: pb.App, why: string, rows: readonly RowName[], trace: string): void {
  inLedgerTransaction(app, (tx) => {
    const n = Number(rowsOf(tx, ["n"], "SELECT coalesce(max(n), 0) + 1 AS n FROM row_seals")[0]?.[0]);
    const sealed = sealedAmong(tx, rows);
    if (sealed.length === 0) return;
    execute(
      tx,
      `INSERT INTO row_seals (n, collection, row, hash)
       SELECT {:n}, value->>0, value->>1, value->>2 FROM json_each({:rows})`,
      { n, rows: JSON.stringify(sealed.map(({ collection, id, hash }) => [collection, id, hash])) },
    );
    const root = sealRoot(sealed, $security.sha256);
    append(tx, [
      { kind: "row.seal", ...(trace && { trace }), detail: { v: 1, n, list: sealedNow, why, root } },
    ]);
  });
}

/** Those of the rows that have a hash, in their order. */
function sealedAmong(tx: pb.App, rows: readonly RowName[]): SealedRow[] {
  const hashes = new Map<string, Map<string, string>>();
  for (const collection of new Set(rows.map((row) => row.collection))) {
    const ids = rows.flatMap((row) => (row.collection === collection ? [row.id] : []));
    hashes.set(collection, sealsOf(tx, collection, ids));
  }
  return rows.flatMap(({ collection, id }) => {
    const hash = hashes.get(collection)?.get(id);
    return hash === undefined ? [] : [{ collection, id, hash }];
  });
}
