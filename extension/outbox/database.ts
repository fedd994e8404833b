import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Receipt, SentEvent } from "#domain/ledger/event";

/** An event from the moment it is kept until the server has it safe on disk. Its key is its number `n`. */
export interface KeptEvent {
  readonly n: number;
  readonly event: SentEvent;
  /** `sent`: acknowledged, kept until the server's watermark has passed `seq`. */
  readonly state: "waiting" | "sent" | "refused";
  readonly seq?: number;
  readonly hash?: string;
  readonly reason?: string;
  readonly field?: string;
  /** Versions of both sides when it was refused; tried again when either has changed. */
  readonly triedWith?: string;
  /** Its time was wrong and is the one at which the server was first asked. */
  readonly mended?: boolean;
}

export interface Outbox extends DBSchema {
  events: { key: number; value: KeptEvent; indexes: { state: [string, number]; seq: number } };
  /** The one row `counter`: whose numbers these are, and the last one given. */
  counter: { key: "counter"; value: { browser: string; last: number } };
  receipts: { key: number; value: Receipt & { at: string } };
}

export const databaseName = "chaperone";

let open: Promise<IDBPDatabase<Outbox>> | undefined;

/** The outbox's database, opened once and again after the browser has closed it. */
export function database(): Promise<IDBPDatabase<Outbox>> {
  open ??= openDB<Outbox>(databaseName, 1, {
    upgrade(db) {
      const events = db.createObjectStore("events", { keyPath: "n" });
      events.createIndex("state", ["state", "n"]);
      events.createIndex("seq", "seq");
      db.createObjectStore("counter");
      db.createObjectStore("receipts", { keyPath: "seq" });
    },
    blocking: () => void closeDatabase(),
    terminated: () => {
      open = undefined;
    },
  }).catch((failure) => {
    open = undefined;
    throw failure;
  });
  return open;
}

/**
 * Throws the database away: the last way out when it is damaged.
 *
 * @throws {DOMException} If another page of ours holds it open and does not let go.
 */
export async function discardDatabase(): Promise<void> {
  await closeDatabase();
  await new Promise<void>((resolve, reject) => {
    deleteDB(databaseName, {
      blocked: () => reject(new DOMException("held open", "InvalidStateError")),
    }).then(resolve, reject);
  });
}

/** Closes the database; the next call of `database` opens it anew. */
export async function closeDatabase(): Promise<void> {
  const db = await open?.catch(() => undefined);
  open = undefined;
  db?.close();
}
