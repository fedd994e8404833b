import { execute, rowsOf } from "../../base/database.ts";
import { announce } from "./announce.ts";
import { head } from "./head.ts";

/**
 * Runs `write` in one transaction that is on disk when this returns, then tells open pages that the ledger grew by something
 * that they may see. Inside a transaction it joins that one; who opened it has seen to the rest.
 *
 * `synchronous` and `secure_delete` belong to a connection and are gone once PocketBase has recycled an idle one, and
 * neither can be set inside a transaction (STACK.md 8): so both are set before each.
 */
export function inLedgerTransaction<Result>(app: pb.App, write: (tx: pb.App) => Result): Result {
  if (app.isTransactional()) return write(app);
  makeDurable(app);
  const done: { result?: Result; came?: string[] } = {};
  afterwards.clear();
  app.runInTransaction((tx) => {
    takeWriteLock(tx);
    const before = head(tx).seq;
    done.result = write(tx);
    done.came = tracesAfter(tx, before);
  });
  announce(app, done.came ?? []);
  for (const run of [...afterwards]) run();
  return done.result as Result;
}

const afterwards = new Set<() => void>();

/** Has this run, once, when the transaction under way is on disk; never if it comes to nothing. */
export function afterCommit(run: () => void): void {
  afterwards.add(run);
}

/**
 * Traces of the events after `seq`, each once. Asked of the database: hooks of records append in an engine of their own,
 * and nothing that is remembered in this one would know of it.
 */
const tracesAfter = (tx: pb.App, seq: number): string[] =>
  rowsOf(tx, ["trace"], "SELECT DISTINCT trace FROM events INDEXED BY idx_events_seq WHERE seq > {:seq}", {
    seq,
  }).map(([trace]) => String(trace));

/** Has the next transaction of this connection synced to disk, and what it deletes overwritten. */
export function makeDurable(app: pb.App): void {
  app.nonconcurrentDB().newQuery("PRAGMA synchronous=FULL").execute();
  // It answers a row; `execute` would leave the statement half read.
  app
    .nonconcurrentDB()
    .newQuery("PRAGMA secure_delete=ON")
    .one(new DynamicModel({ secure_delete: 0 }));
}

/**
 * PocketBase's transactions begin as readers. A console command beside the server may write between our first read and
 * our first write, which SQLite would refuse without waiting; a statement that writes nothing takes the lock at once.
 */
function takeWriteLock(tx: pb.App): void {
  execute(tx, "UPDATE ledger_claims SET until = until WHERE name = ''");
}
