import { execute } from "./database.ts";

/**
 * Writes a new record past the hooks, for whoever appends the event of it by hand: pairing, whose event has a kind of
 * its own, and the example, which tells each at the time it happened.
 */
export function writeRow(
  tx: pb.App,
  record: pb.Record,
  more: { readonly [column: string]: unknown } = {},
): void {
  const row: { [column: string]: unknown } = { ...record.dbExport(tx), ...more };
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const values = columns.map((column) => `{:${column}}`).join(", ");
  execute(tx, `INSERT INTO ${record.collection().name} (${names}) VALUES (${values})`, row);
}

/** A new record with these values, not yet written. */
export function newRecord(
  tx: pb.App,
  collection: string,
  values: { readonly [field: string]: unknown },
): pb.Record {
  return new Record(tx.findCollectionByNameOrId(collection), values);
}

/** A list kept in a JSON column; empty where it was never set. */
export function listIn<Item>(record: pb.Record, field: string): Item[] {
  const text = record.getString(field);
  return text === "" || text === "null" ? [] : (JSON.parse(text) as Item[]);
}
