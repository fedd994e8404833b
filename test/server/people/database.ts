import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestServer } from "../../support/server/server.ts";

/** Changes the database behind the server's back: tests have no other way to let hours pass. */
export function behindTheBack(server: TestServer, sql: string, ...values: (string | number)[]): void {
  const database = open(server);
  try {
    database.prepare(sql).run(...values);
  } finally {
    database.close();
  }
}

/** Rows as they are stored. */
export function rowsIn(
  server: TestServer,
  sql: string,
  ...values: (string | number)[]
): Record<string, unknown>[] {
  const database = open(server);
  try {
    return database.prepare(sql).all(...values) as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function open(server: TestServer): DatabaseSync {
  const database = new DatabaseSync(join(server.data, "pb", "data.db"));
  database.exec("PRAGMA busy_timeout = 10000");
  return database;
}

/** Newest events of a kind, newest first. */
export const eventsOf = (server: TestServer, kind: string): Record<string, unknown>[] =>
  rowsIn(server, "SELECT * FROM events WHERE kind = ? ORDER BY seq DESC", kind);
