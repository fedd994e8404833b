import type { DatabaseSync } from "node:sqlite";

/** What a database has: a folder of an older version lacks what came later. */
export const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** A table's columns; none where there is no such table. */
export const columnsOf = (database: DatabaseSync, table: string): string[] =>
  database
    .prepare("SELECT name FROM pragma_table_info(?)")
    .all(table)
    .map(({ name }) => String(name));

export const hasColumn = (database: DatabaseSync, table: string, column: string): boolean =>
  columnsOf(database, table).includes(column);
