import { rowsOf } from "../base/database.ts";
import { spokenSql } from "../registers/incidents/gives/for-review.ts";

/** Tables whose rows belong to a case, by a column `breach`. */
export function tablesOfCases(app: pb.App): readonly string[] {
  const select = `SELECT t.name AS name FROM sqlite_master t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND c.name = 'breach'`;
  return rowsOf(app, ["name"], select).map(([name]) => String(name));
}

/**
 * Rows of a table that are counted, as SQL; undefined where all are. A case that is confidential, or about somebody of the
 * clinic, is counted for nobody: the number alone would tell that there is one.
 */
export function countedWhere(collection: string, ofCases: readonly string[]): string | undefined {
  if (collection === "breaches") return spokenSql;
  if (!ofCases.includes(collection)) return undefined;
  return `(breach = '' OR breach IN (SELECT id FROM breaches WHERE ${spokenSql}))`;
}
