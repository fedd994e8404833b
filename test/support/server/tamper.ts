import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A copy of a data folder that somebody with the disk has changed. */
export interface Tampered {
  readonly data: string;
  remove(): void;
}

/**
 * Copies the data folder of a stopped server and changes its ledger with SQL: the triggers are taken off and
 * put back as they were, so that nothing but the rows tells.
 */
export function tamper(data: string, change: (database: DatabaseSync) => void): Tampered {
  const copy = mkdtempSync(join(tmpdir(), "chaperone-tampered-"));
  cpSync(data, copy, { recursive: true });
  const database = new DatabaseSync(join(copy, "pb", "data.db"));
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  change(database);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
  return { data: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
