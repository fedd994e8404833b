import { type SealedRow, sealRoot } from "#domain/ledger/rows/row-hash";
import { sealedLists, sealedNow } from "#domain/ledger/rows/sealed-columns";
import { execute, rowsOf } from "../../base/database.ts";
import { append } from "./append.ts";
import { sealOf } from "./row-seal.ts";
import { inLedgerTransaction } from "./transaction.ts";

/** Rows of one baseline, so that no transaction takes long. */
const most = 1_000;

/**
 * Takes a baseline of the registers: the hash of every row as it stands now, under events of its own. Done where a
 * migration has run: rows of before have no hash yet, and what a migration changes no act did.
 *
 * @param why - `migration`, the one reason so far.
 * @returns How many rows.
 */
export function takeBaseline(app: pb.App, why: string): number {
  const all = Object.keys(sealedLists[sealedNow] ?? {})
    .sort()
    .flatMap((collection) => idsOf(app, collection).map((id) => ({ collection, id })));
  for (let i = 0; i < all.length; i += most) sealPart(app, why, all.slice(i, i + most));
  return all.length;
}

const idsOf = (app: pb.App, collection: string): string[] =>
  rowsOf(app, ["id"], `SELECT id FROM ${collection} ORDER BY id`).map(([id]) => String(id));

function sealPart(app: pb.App, why: string, rows: readonly { collection: string; id: string }[]): void {
  inLedgerTransaction(app, (tx) => {
    const n = Number(rowsOf(tx, ["n"], "SELECT coalesce(max(n), 0) + 1 AS n FROM row_seals")[0]?.[0]);
    const sealed = rows.flatMap(({ collection, id }): SealedRow[] => {
      const seal = sealOf(tx, collection, id);
      return seal ? [{ collection, id, hash: seal.hash }] : [];
    });
    execute(
      tx,
      `INSERT INTO row_seals (n, collection, row, hash)
       SELECT {:n}, value->>0, value->>1, value->>2 FROM json_each({:rows})`,
      { n, rows: JSON.stringify(sealed.map(({ collection, id, hash }) => [collection, id, hash])) },
    );
    const root = sealRoot(sealed, $security.sha256);
    append(tx, [{ kind: "row.seal", detail: { v: 1, n, list: sealedNow, why, root } }]);
  });
}
