import { execute, rowsOf } from "../../base/database.ts";
import { announce } from "./announce.ts";
import { type Head, head } from "./head.ts";

/**
 * Runs `write` in one transaction that is on disk when this returns, then tells open pages that the ledger grew by something
 * that they may see. Inside a transaction it joins that one; who opened it has seen to the rest, and `before`, the newest
 * link when it began, is not told.
 *
 * `synchronous` and `secure_delete` belong to a connection and are gone once PocketBase has recycled an idle one, and
 * neither can be set inside a transaction (STACK.md 8): so both are set before each.
 */
export function inLedgerTransaction<Result>(
  app: pb.App,
  write: (tx: pb.App, before?: Head) => Result,
): Result {
  if (app.isTransactional()) return write(app);
  makeDurable(app);
  const done: { result?: Result; before?: Head } = {};
  afterwards.clear();
  app.runInTransaction((tx) => {
    takeWriteLock(tx);
    done.before = head(tx);
    done.result = write(tx, done.before);
  });
  announce(app, () => tracesAfter(app, done.before?.seq ?? 0));
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
 * and nothing that is remembered in this one would know of it. What came meanwhile by others is told twice, which no
 * page minds.
 */
const tracesAfter = (app: pb.App, seq: number): string[] =>
  rowsOf(app, ["trace"], "SELECT DISTINCT trace FROM events INDEXED BY idx_events_seq WHERE seq > {:seq}", {
    seq,
  }).map(([trace]) => String(trace));

/** Has the next transaction of this connection synced to disk, and what it deletes overwritten. */
export function makeDurable(app: pb.App): void {
  app.nonconcurrentDB().newQuery("PRAGMA synchronous=FULL").execute();
  // It answers a row; `execute` would leave the statement half read.
  secureDelete ??= new DynamicModel({ secure_delete: 0 });
  app.nonconcurrentDB().newQuery("PRAGMA secure_delete=ON").one(secureDelete);
}
let secureDelete: object | undefined;

/**
 * PocketBase's transactions begin as readers. A console command beside the server may write between our first read and
 * our first write, which SQLite would refuse without waiting; a statement that writes nothing takes the lock at once.
 */
function takeWriteLock(tx: pb.App): void {
  execute(tx, "UPDATE ledger_claims SET until = until WHERE name = ''");
}
