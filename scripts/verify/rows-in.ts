import type { DatabaseSync } from "node:sqlite";
import type { CheckedRow, RowsChecked } from "#domain/ledger/checked";
import { type Cell, rowHash, sealRoot } from "#domain/ledger/rows/row-hash";
import { partlySealed, sealedColumns, sealedLists, sealedNow } from "#domain/ledger/rows/sealed-columns";
import { sha256 } from "./sha256.ts";
import { columnsOf, hasTable } from "./tables.ts";

/** Most rows that are named: the first say what the others do. */
const named = 20;

/** What the last event or baseline says of a row. */
interface Left {
  readonly seq: number;
  readonly list: number;
  readonly hash: string;
}

/**
 * Holds every row of the registers against the hash that its last event kept of it. Where no baseline was taken and events
 * of earlier versions keep no hash, a row without any is not known, and not taken for one that somebody added.
 */
export function rowsIn(database: DatabaseSync): RowsChecked {
  const tables = new Map(
    collectionsIn(database).map((collection) => [collection, columnsOf(database, collection)]),
  );
  if (!hasTable(database, "row_salts"))
    return { checked: 0, unknown: countOf(database, tables), faults: [], more: 0 };
  const { left, isAllKnown } = expected(database, [...tables.keys()]);
  const faults: CheckedRow[] = brokenBaselines(database, left);
  // Of a baseline that was changed nothing is known, and so not which row came behind it.
  const isKnown = isAllKnown && faults.length === 0;
  let [checked, unknown] = [0, 0];
  for (const [collection, has] of tables) {
    const salts = saltsOf(database, collection);
    const wanted = new Set(Object.values(sealedLists).flatMap((list) => list[collection] ?? []));
    const list = [...wanted].filter((column) => has.includes(column)).map((column) => `"${column}"`);
    for (const row of database.prepare(`SELECT id, ${list.join(", ")} FROM "${collection}"`).iterate()) {
      const id = String(row.id);
      const last = left.get(`${collection} ${id}`);
      left.delete(`${collection} ${id}`);
      if (!last) {
        if (isKnown && !partlySealed.includes(collection))
          faults.push({ collection, id, is: "added", seq: 0 });
        else unknown += 1;
        continue;
      }
      checked += 1;
      const columns = sealedColumns(collection, last.list);
      const salt = salts.get(id);
      const hash =
        columns && salt && rowHash({ collection, id, salt }, columns, row as Record<string, Cell>, sha256);
      if (hash !== last.hash) faults.push({ collection, id, is: "changed", seq: last.seq });
    }
  }
  for (const [key, { seq }] of left) {
    const [collection = "", id = ""] = key.split(" ");
    faults.push({ collection, id, is: "deleted", seq });
  }
  faults.sort((one, other) => one.seq - other.seq);
  return { checked, unknown, faults: faults.slice(0, named), more: Math.max(0, faults.length - named) };
}

/** By each row's key what its last event or baseline says, and whether a row of which none says anything is one too many. */
function expected(database: DatabaseSync, collections: readonly string[]) {
  const left = new Map<string, Left>();
  const kinds = collections.flatMap((one) => [`${one}.act`, `${one}.create`, `${one}.update`]);
  const events = database.prepare(
    `SELECT seq, substr(kind, 1, instr(kind, '.') - 1) AS collection, detail->>'id' AS id, detail->'row'->>'hash' AS hash,
       detail->'row'->>'v' AS list
     FROM events WHERE kind IN (SELECT value FROM json_each(?)) AND detail <> '' ORDER BY seq`,
  );
  let older = 0;
  for (const { seq, collection, id, hash, list } of events.iterate(JSON.stringify(kinds))) {
    if (hash === null) older += 1;
    else left.set(`${collection} ${id}`, { seq: Number(seq), list: Number(list), hash: String(hash) });
  }
  const seals = database.prepare(
    `SELECT e.seq AS seq, e.detail->>'list' AS list, e.detail->>'why' AS why, s.collection AS collection, s.row AS id, s.hash AS hash
     FROM events e JOIN row_seals s ON s.n = e.detail->>'n' WHERE e.kind = 'row.seal' ORDER BY e.seq`,
  );
  let sealed = false;
  for (const { seq, list, why, collection, id, hash } of seals.iterate()) {
    // A baseline of all; others take the hash of what one act has written.
    if (why === "migration") sealed = true;
    const key = `${collection} ${id}`;
    if ((left.get(key)?.seq ?? 0) < Number(seq))
      left.set(key, { seq: Number(seq), list: Number(list), hash: String(hash) });
  }
  return { left, isAllKnown: sealed || older === 0 };
}

/** Baselines whose rows are not those that their event says: nothing that rests on them alone is known any more. */
function brokenBaselines(database: DatabaseSync, left: Map<string, Left>): CheckedRow[] {
  const events = database.prepare(
    "SELECT seq, detail->>'n' AS n, detail->>'root' AS root FROM events WHERE kind = 'row.seal'",
  );
  const rows = database.prepare(
    "SELECT collection, row AS id, hash FROM row_seals WHERE n = ? ORDER BY collection, row",
  );
  return events.all().flatMap(({ seq, n, root }) => {
    const sealed = rows.all(n ?? 0).map(({ collection, id, hash }) => ({
      collection: String(collection),
      id: String(id),
      hash: String(hash),
    }));
    if (sealRoot(sealed, sha256) === root) return [];
    for (const [key, one] of left) if (one.seq === Number(seq)) left.delete(key);
    return [{ collection: "row_seals", id: String(n), is: "changed" as const, seq: Number(seq) }];
  });
}

const collectionsIn = (database: DatabaseSync): string[] =>
  Object.keys(sealedLists[sealedNow] ?? {}).filter((collection) => hasTable(database, collection));

const saltsOf = (database: DatabaseSync, collection: string): Map<string, string> =>
  new Map(
    database
      .prepare("SELECT row, salt FROM row_salts WHERE collection = ?")
      .all(collection)
      .map(({ row, salt }) => [String(row), String(salt)]),
  );

const countOf = (database: DatabaseSync, tables: ReadonlyMap<string, unknown>): number =>
  [...tables.keys()].reduce(
    (sum, table) => sum + Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n),
    0,
  );
