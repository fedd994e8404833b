import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** The list of the clinic's own patients as it was fetched: tokens and their key, never a name. */
interface KeptList {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
/** Its hash lies apart, so that whoever asks whether it changed does not read megabytes. */
interface Lists extends DBSchema {
  hash: { key: "list"; value: string };
  list: { key: "list"; value: KeptList };
}

let open: Promise<IDBPDatabase<Lists>> | undefined;

/** A database of its own: it is written by the background and read by each worker of a desk. */
function database(): Promise<IDBPDatabase<Lists>> {
  open ??= openDB<Lists>("chaperone-exact", 1, {
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

/** Hash of the list that is kept; '' for none. */
export const keptHash = async (): Promise<string> => (await (await database()).get("hash", "list")) ?? "";

export const keptList = async (): Promise<KeptList | undefined> => (await database()).get("list", "list");

/** Takes a list in place of the one before. */
export async function keepList(list: KeptList): Promise<void> {
  const change = (await database()).transaction(["hash", "list"], "readwrite");
  await Promise.all([
    change.objectStore("hash").put(list.sha256, "list"),
    change.objectStore("list").put(list, "list"),
    change.done,
  ]);
}

/** Erases it; a worker that holds it in memory drops it with the next text that it reads. */
export async function dropList(): Promise<void> {
  const change = (await database()).transaction(["hash", "list"], "readwrite");
  await Promise.all([change.objectStore("hash").clear(), change.objectStore("list").clear(), change.done]);
}
