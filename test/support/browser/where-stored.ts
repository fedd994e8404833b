import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestServer } from "../server/server.ts";

/** Columns of a running server's two databases in which a text stands, as `table.column`, each once. */
export function columnsHolding({ data }: TestServer, text: string): string[] {
  return ["data.db", "auxiliary.db"].flatMap((name) => {
    const db = new DatabaseSync(join(data, "pb", name), { readOnly: true });
    try {
      const columns = db
        .prepare(
          "SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'",
        )
        .all() as { tbl: string; col: string }[];
      return columns
        .filter(({ tbl, col }) => {
          const found = `SELECT 1 FROM "${tbl}" WHERE instr(lower(CAST("${col}" AS TEXT)), ?) > 0 LIMIT 1`;
          return db.prepare(found).get(text.toLowerCase()) !== undefined;
        })
        .map(({ tbl, col }) => `${tbl}.${col}`);
    } finally {
      db.close();
    }
  });
}
