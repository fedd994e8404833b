import { execute, rowsOf } from "../../base/database.ts";
import { makeDurable } from "../chain/transaction.ts";

/**
 * Claims that hold what is still to be done after a blanking: the file is to be written anew, or that is done and only
 * the write-ahead log has to go. `until` differs after each blanking, so that one in the meantime is not taken for scrubbed.
 */
const toRewrite = "scrub";
const toTruncate = "truncate";

/** Longest that a lock of somebody else is waited for, in milliseconds: a request must not hang on a foreign reader. */
const patience = 2_000;

/** Notes, in the transaction that blanks, that old copies are left in the file. */
export function markForScrub(tx: pb.App): void {
  execute(
    tx,
    `INSERT INTO ledger_claims (name, until) VALUES ('${toRewrite}', {:now})
     ON CONFLICT (name) DO UPDATE SET until = until + 1`,
    { now: Date.now() },
  );
}

/**
 * Leaves no byte of what was blanked in the database file or its write-ahead log. SQLite keeps old copies of a row in
 * the unused part of pages; only writing the file anew is sure to drop them. What could not be done, on a full disk for
 * one, is done by the server's next hourly run; where only a reader held the log, by its next minute.
 *
 * @returns Whether nothing is left.
 */
export function scrub(app: pb.App): boolean {
  return impatiently(app, () => {
    const blanking = claimed(app, toRewrite);
    if (blanking !== undefined) {
      makeDurable(app);
      rewrite(app);
      execute(
        app,
        `UPDATE OR REPLACE ledger_claims SET name = '${toTruncate}' WHERE name = '${toRewrite}' AND until = {:blanking}`,
        { blanking },
      );
    }
    return truncated(app) && claimed(app, toRewrite) === undefined;
  });
}

/** Asked every minute: drops the write-ahead log where that is all that is left to do. Never rewrites the file. */
export function finishScrub(app: pb.App): void {
  impatiently(app, () => truncated(app));
}

function claimed(app: pb.App, name: string): number | undefined {
  const found = rowsOf(app, ["until"], "SELECT until FROM ledger_claims WHERE name = {:name}", { name });
  return found[0] && Number(found[0][0]);
}

function impatiently(app: pb.App, work: () => boolean): boolean {
  const usual = busyTimeout(app);
  try {
    busyTimeout(app, patience);
    return work();
  } catch (error) {
    console.error(`the database file could not be rewritten: ${String(error).slice(0, 200)}`);
    return false;
  } finally {
    busyTimeout(app, usual);
  }
}

/** How long the writing connection waits for a lock, in milliseconds. */
function busyTimeout(app: pb.App, wanted?: number): number {
  const answer = new DynamicModel({ timeout: 0 }) as { timeout: number };
  const set = wanted === undefined ? "" : ` = ${wanted}`;
  app.nonconcurrentDB().newQuery(`PRAGMA busy_timeout${set}`).one(answer);
  return answer.timeout;
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

/** @returns Whether nothing of what was blanked is left in the log; it waits for readers, and they may take too long. */
function truncated(app: pb.App): boolean {
  const waiting = claimed(app, toTruncate);
  if (waiting === undefined) return true;
  const answer = new DynamicModel({ busy: 0, log: 0, checkpointed: 0 }) as { busy: number };
  app.nonconcurrentDB().newQuery("PRAGMA wal_checkpoint(TRUNCATE)").one(answer);
  if (answer.busy !== 0) return false;
  execute(app, `DELETE FROM ledger_claims WHERE name = '${toTruncate}' AND until = {:waiting}`, { waiting });
  return true;
}
