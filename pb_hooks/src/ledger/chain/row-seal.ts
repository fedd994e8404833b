import { type Cell, type RowSeal, rowHash } from "#domain/ledger/rows/row-hash";
import { sealedColumns, sealedNow } from "#domain/ledger/rows/sealed-columns";
import { execute, objectsOf, rowsOf } from "../../base/database.ts";
import { newSalt } from "./append.ts";

/**
 * What the event of a write keeps of the row that it left, as it lies in the database: call it after the write, in its
 * transaction. Two questions by key and one hash.
 *
 * @returns undefined for a collection whose rows are not hashed.
 */
export function sealOf(tx: pb.App, collection: string, id: string): RowSeal | undefined {
  const columns = sealedColumns(collection);
  if (!columns) return undefined;
  const list = columns.map((column) => `"${column}"`).join(", ");
  const [row] = objectsOf<Record<string, Cell>>(
    tx,
    columns,
    `SELECT ${list} FROM ${collection} WHERE id = {:id}`,
    { id },
  );
  if (!row) return undefined;
  const hash = rowHash({ collection, id, salt: saltOf(tx, collection, id) }, columns, row, $security.sha256);
  return { v: sealedNow, hash };
}

/** The row's salt, made when it is first asked for. */
function saltOf(tx: pb.App, collection: string, row: string): string {
  const select = "SELECT salt FROM row_salts WHERE collection = {:collection} AND row = {:row}";
  const known = rowsOf(tx, ["salt"], select, { collection, row })[0]?.[0];
  if (known !== undefined) return String(known);
  const salt = newSalt();
  execute(tx, "INSERT INTO row_salts (collection, row, salt) VALUES ({:collection}, {:row}, {:salt})", {
    collection,
    row,
    salt,
  });
  return salt;
}

/**
 * The same of many rows at once, in two questions and one statement.
 *
 * @returns Hashes by id, of those that are there.
 */
export function sealsOf(tx: pb.App, collection: string, ids: readonly string[]): Map<string, string> {
  const columns = sealedColumns(collection);
  if (!columns) return new Map();
  const list = ["id", ...columns.filter((column) => column !== "id")];
  const named = list.map((column) => `r."${column}" AS "${column}"`).join(", ");
  const rows = objectsOf<Record<string, Cell>>(
    tx,
    [...list, "salted"],
    `SELECT ${named}, coalesce(s.salt, '') AS salted FROM ${collection} r
     LEFT JOIN row_salts s ON s.collection = {:collection} AND s.row = r.id
     WHERE r.id IN (SELECT value FROM json_each({:ids}))`,
    { collection, ids: JSON.stringify(ids) },
  );
  const made: [string, string][] = [];
  const hashes = rows.map((row): [string, string] => {
    const id = String(row.id);
    const salt = String(row.salted) || newSalt();
    if (row.salted === "") made.push([id, salt]);
    return [id, rowHash({ collection, id, salt }, columns, row, $security.sha256)];
  });
  if (made.length > 0)
    execute(
      tx,
      `INSERT INTO row_salts (collection, row, salt)
       SELECT {:collection}, value->>0, value->>1 FROM json_each({:made})`,
      { collection, made: JSON.stringify(made) },
    );
  return new Map(hashes);
}
