import * as z from "zod/mini";
import { canonicalJson, plainCanonicalJson } from "../../base/canonical-json.ts";
import type { Sha256 } from "../ledger.ts";

/** What a register's event keeps of the row that it left: a salted hash, and by which list of columns it was taken. */
export const rowSeal = z.strictObject({
  v: z.int().check(z.minimum(1), z.maximum(1_000)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type RowSeal = z.infer<typeof rowSeal>;

/** A column as SQLite holds it. */
export type Cell = string | number | null;

/** What stands for nothing, whatever the column's type: a column that is added empty changes no hash. */
const empty: readonly Cell[] = ["", 0, null, "null", "[]", "{}", '""', "false"];

/**
 * `SHA-256(salt + "\n" + canonical JSON of [collection, id, the columns that hold something])`. The salt lies beside the
 * rows alone: who has but the log can't try out what a row may have held.
 *
 * @param columns - Of the list; one that the database does not have yet is empty.
 * @throws {TypeError} If a text holds half of a character: it has no canonical form.
 */
export function rowHash(
  { collection, id, salt }: { readonly collection: string; readonly id: string; readonly salt: string },
  columns: readonly string[],
  row: Readonly<Record<string, Cell | undefined>>,
  sha256: Sha256,
): string {
  const filled: Record<string, Cell> = {};
  for (const column of columns) {
    const value = row[column];
    if (value !== undefined && !empty.includes(value)) filled[column] = value;
  }
  const cells = [collection, id, filled];
  return sha256(`${salt}\n${plainCanonicalJson(cells, sorted(columns)) ?? canonicalJson(cells)}`);
}

const inOrder = new WeakMap<readonly string[], readonly string[]>();
/** Columns as canonical JSON has them, sorted once a list. */
function sorted(columns: readonly string[]): readonly string[] {
  const known = inOrder.get(columns);
  if (known) return known;
  const names = [...columns].sort();
  inOrder.set(columns, names);
  return names;
}

/** A row of a baseline: rows that stood before their events kept a hash of them. */
export interface SealedRow {
  readonly collection: string;
  readonly id: string;
  readonly hash: string;
}

/** Digest of a baseline, which its event keeps: the rows in ascending order of collection and id. */
export const sealRoot = (rows: readonly SealedRow[], sha256: Sha256): string =>
  rows.reduce((before, { collection, id, hash }) => sha256(`${before}\n${collection} ${id} ${hash}`), "");
