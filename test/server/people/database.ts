import type { DatabaseSync } from "node:sqlite";
import { openDatabase, type TestServer } from "../../support/server/server.ts";

/** Changes the database behind the server's back: tests have no other way to let hours pass. */
export function behindTheBack(server: TestServer, sql: string, ...values: (string | number)[]): void {
  using(server, (database) => database.prepare(sql).run(...values));
}

/** Rows as they are stored. */
export function rowsIn(
  server: TestServer,
  sql: string,
  ...values: (string | number)[]
): Record<string, unknown>[] {
  return using(server, (database) => database.prepare(sql).all(...values) as Record<string, unknown>[]);
}

function using<Result>(server: TestServer, use: (database: DatabaseSync) => Result): Result {
  const kept = server.database();
  if (kept) return use(kept);
  const database = openDatabase(server.data);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** Newest events of a kind, newest first. */
export const eventsOf = (server: TestServer, kind: string): Record<string, unknown>[] =>
  rowsIn(server, "SELECT * FROM events WHERE kind = ? ORDER BY seq DESC", kind);
