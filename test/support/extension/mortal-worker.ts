import { setImmediate } from "node:timers/promises";
import {
  IDBCursor,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBRequest,
  IDBTransaction,
} from "fake-indexeddb";
import { vi } from "vitest";
import { fakeLocks, fakeStorage } from "../../unit/extension/fake-storage.ts";

const { storage, kept } = fakeStorage();

/** Steps that this life may take; each is a call that leaves the worker: storage, the database, the network. */
let allowed = Number.POSITIVE_INFINITY;
let taken = 0;
let die: () => void = () => undefined;
let life = 0;
const inFlight = new Set<Promise<unknown>>();
const aborted = new WeakSet<IDBTransaction>();
const never = new Promise<never>(() => undefined);

/** Whether the worker lives on to take this step. */
function lives(): boolean {
  taken += 1;
  if (taken <= allowed) return true;
  die();
  return false;
}

const stepped = <Args extends readonly unknown[], T>(run: (...args: Args) => Promise<T>) =>
  ((...args: Args) => (lives() ? run(...args) : never)) satisfies (...args: Args) => Promise<T>;

const area = (name: "local" | "session") => ({
  get: stepped(storage[name].get),
  set: stepped(storage[name].set),
  remove: stepped(storage[name].remove),
});

/** What the worker finds of the browser's API; for `vi.mock("wxt/browser")`. */
export const mortalBrowser = { storage: { local: area("local"), session: area("session") } };

/** What lies on the disk beside the database. */
export const onDisk = kept.local;

/** Stands in the way of the next writes to a store, as a full disk does; none while it is undefined. */
export const disk: { refuses: string | undefined } = { refuses: undefined };

/** Each call within a transaction is a step too: a worker that ends there takes the transaction along. */
function breakable(store: typeof IDBObjectStore | typeof IDBIndex, names: readonly string[]): void {
  for (const name of names) {
    const own = store.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    const original = own[name];
    if (!original) throw new Error(`no ${name}`);
    own[name] = function (this: IDBObjectStore | IDBIndex, ...args: unknown[]): unknown {
      const { transaction } = "objectStore" in this ? this.objectStore : this;
      if (!lives()) {
        const last = original.apply(this, args);
        // Nobody waits for the end of a transaction that only reads.
        if (transaction.mode !== "readonly" && !aborted.has(transaction)) {
          aborted.add(transaction);
          // What is asked in the same breath ends with it.
          queueMicrotask(() => transaction.abort());
        }
        return last;
      }
      if (disk.refuses && (name === "add" || name === "put")) {
        transaction.abort();
        throw new DOMException("no room", disk.refuses);
      }
      return original.apply(this, args);
    };
  }
}
breakable(IDBObjectStore, ["get", "getAll", "add", "put", "delete", "clear", "count"]);
breakable(IDBIndex, ["get", "getAll", "getKey", "getAllKeys", "count"]);

const realFetch = globalThis.fetch;

/** A fresh disk, and the globals of a worker. */
export function newDisk(): void {
  for (const key of Object.keys(kept.local)) delete kept.local[key];
  vi.stubGlobal("indexedDB", new IDBFactory());
  for (const one of [
    IDBCursor,
    IDBDatabase,
    IDBIndex,
    IDBKeyRange,
    IDBObjectStore,
    IDBRequest,
    IDBTransaction,
  ])
    vi.stubGlobal(one.name.replace(/^FDB/, "IDB"), one);
  vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
    const mine = life;
    if (!lives()) return never;
    const asked = realFetch(...args);
    inFlight.add(asked);
    const answer = await asked.finally(() => inFlight.delete(asked));
    // The request has arrived; whoever waited for the answer may be gone.
    return mine === life && lives() ? answer : never;
  });
}

/**
 * One life of the worker.
 *
 * @param steps - It ends before the step after these.
 * @returns How many steps it took, and whether it came to the end of its work.
 */
export async function liveOnce(
  work: () => Promise<unknown>,
  steps = Number.POSITIVE_INFINITY,
): Promise<{ taken: number; done: boolean }> {
  life += 1;
  [taken, allowed] = [0, steps];
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  const died = new Promise<false>((resolve) => {
    die = () => resolve(false);
  });
  const done = await Promise.race([work().then(() => true as const), died]);
  const count = taken;
  // What the dead one had begun comes to rest.
  await Promise.allSettled([...inFlight]);
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  return { taken: count, done };
}
