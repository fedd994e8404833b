import { announce } from "./announce.ts";
import { execute } from "./database.ts";

/**
 * Runs `write` in one transaction that is on disk when this returns, then tells open pages that
 * the ledger grew by something that they may see.
 * Inside a transaction it joins that one; who opened it has seen to the rest.
 *
 * `synchronous` and `secure_delete` belong to a connection and are gone once PocketBase has recycled an idle one, and
 * neither can be set inside a transaction (STACK.md 8): so both are set before each.
 */
export function inLedgerTransaction<Result>(app: pb.App, write: (tx: pb.App) => Result): Result {
  if (app.isTransactional()) return write(app);
  makeDurable(app);
  const done: { result?: Result } = {};
  came.length = 0;
  afterwards.clear();
  app.runInTransaction((tx) => {
    takeWriteLock(tx);
    done.result = write(tx);
  });
  announce(app, came);
  for (const run of [...afterwards]) run();
  return done.result as Result;
}

const afterwards = new Set<() => void>();

/** Has this run, once, when the transaction under way is on disk; never if it comes to nothing. */
export function afterCommit(run: () => void): void {
  afterwards.add(run);
}

/** Traces of the events that the transaction under way appends. Everything here is synchronous: one list a VM is enough. */
const came: string[] = [];

/** Has pages that may see an event with this trace told, when the transaction under way is on disk. */
export function tellOf(traces: readonly string[]): void {
  came.push(...traces);
}

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
