import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { inTime } from "../in-time.ts";
import { hexOf } from "./hex-of.ts";

/** The list of the clinic's own patients as it was fetched: tokens and their key, never a name. */
export interface KeptList {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
/** Its hash lies apart, so that whoever asks whether it changed does not read megabytes. */
interface Lists extends DBSchema {
  hash: { key: "list"; value: string };
  list: { key: "list"; value: KeptList };
}

const databaseName = "chaperone-exact";
/** Milliseconds after which a store that does not answer counts as one that can't be read. */
const within = 4_000;

let open: Promise<IDBPDatabase<Lists>> | undefined;

/**
 * A database of its own, for the background alone: beside a mail page the browser refuses it to a frame of ours, as a third
 * party's. A desk is handed the list by message (`for-desk.ts`).
 */
function database(): Promise<IDBPDatabase<Lists>> {
  open ??= openDB<Lists>(databaseName, 1, {
    upgrade(db) {
      db.createObjectStore("hash");
      db.createObjectStore("list");
    },
    terminated: () => {
      open = undefined;
    },
  }).catch((failure) => {
    open = undefined;
    throw failure;
  });
  return open;
}

/** What a store answers, or that it does not. */
const answered = <T>(asked: Promise<T>): Promise<T> => inTime(asked, within);

/**
 * Hash of the list that is kept; '' for none.
 *
 * @throws If the store can't be read.
 */
export const keptHash = (): Promise<string> =>
  answered(database().then(async (db) => (await db.get("hash", "list")) ?? ""));

/**
 * The list that is kept, as it was fetched; none where none is, or what is kept is damaged.
 *
 * @throws If the store can't be read.
 */
export async function keptList(): Promise<KeptList | undefined> {
  const kept = await answered(database().then((db) => db.get("list", "list")));
  if (!(kept?.bytes instanceof Uint8Array)) return undefined;
  return (await hexOf(kept.bytes)) === kept.sha256 ? kept : undefined;
}

/** Takes a list in place of the one before. */
export async function keepList(list: KeptList): Promise<void> {
  const change = (await database()).transaction(["hash", "list"], "readwrite");
  await Promise.all([
    change.objectStore("hash").put(list.sha256, "list"),
    change.objectStore("list").put(list, "list"),
    change.done,
  ]);
}

/**
 * Erases it; a store that can't be written goes as a whole.
 *
 * @throws If it is still there.
 */
export async function dropList(): Promise<void> {
  try {
    await answered(emptied());
  } catch {
    const db = await open?.catch(() => undefined);
    open = undefined;
    db?.close();
    await answered(deleteDB(databaseName));
  }
}

async function emptied(): Promise<void> {
  const change = (await database()).transaction(["hash", "list"], "readwrite");
  await Promise.all([change.objectStore("hash").clear(), change.objectStore("list").clear(), change.done]);
}
