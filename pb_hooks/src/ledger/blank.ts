import { tombstoneId } from "#domain/ledger";
import { execute, rowsOf } from "./database.ts";
import { makeDurable } from "./transaction.ts";

/** Empties events that the order at `orderedBy` names; the trigger refuses any that it does not. */
export function blank(tx: pb.App, seqs: readonly number[], orderedBy: number): void {
  const rows = JSON.stringify(seqs.map((seq) => [seq, tombstoneId(seq)]));
  execute(
    tx,
    `UPDATE events SET id = t.id, orderedBy = {:orderedBy}, user = '', account = '', attribution = '', browser = '',
       n = 0, occurredAt = '', sentAt = '', system = '', recordRef = '', recordKind = '', trace = '', detail = '', salt = ''
     FROM (SELECT value->>0 AS seq, value->>1 AS id FROM json_each({:rows})) t WHERE events.seq = t.seq`,
    { rows, orderedBy },
  );
  execute(tx, "INSERT INTO ledger_claims (name, until) VALUES ('scrub', 0) ON CONFLICT (name) DO NOTHING");
}

/**
 * Leaves no byte of what was blanked in the database file or its write-ahead log. SQLite keeps old copies of a row in
 * the unused part of pages; only writing the file anew is sure to drop them. Waits for readers up to SQLite's own
 * busy time; what could not be done, on a full disk for one, is done by the server's next hourly run.
 *
 * @returns Whether nothing is left.
 */
export function scrub(app: pb.App): boolean {
  if (rowsOf(app, ["name"], "SELECT name FROM ledger_claims WHERE name = 'scrub'").length === 0) return true;
  try {
    makeDurable(app);
    rewrite(app);
    if (!truncateLog(app)) return false;
    execute(app, "DELETE FROM ledger_claims WHERE name = 'scrub'");
    return true;
  } catch (error) {
    console.error(`the database file could not be rewritten: ${String(error).slice(0, 200)}`);
    return false;
  }
}

/** In memory, as PocketBase sets it, the temporary copy could be larger than the machine. */
function rewrite(app: pb.App): void {
  const db = app.nonconcurrentDB();
  db.newQuery("PRAGMA temp_store=FILE").execute();
  try {
    db.newQuery("VACUUM").execute();
  } finally {
    db.newQuery("PRAGMA temp_store=MEMORY").execute();
  }
}

function truncateLog(app: pb.App): boolean {
  const answer = new DynamicModel({ busy: 0, log: 0, checkpointed: 0 }) as { busy: number };
  app.nonconcurrentDB().newQuery("PRAGMA wal_checkpoint(TRUNCATE)").one(answer);
  return answer.busy === 0;
}
