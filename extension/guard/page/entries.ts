import { type FolderNode, isFolder, type Node, nodeAt } from "./tree.ts";

/** Entries that a reader gives at once, as browsers do. */
const portion = 100;

// These are taken before a script of the page can put its own in their place; the rest of the language is the page's.
const { queueMicrotask: soon, DOMException: Refusal, Promise: Later } = globalThis;

/** The look of a class that not every browser has under this name. */
const like = (name: string): object => {
  const known = (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[name];
  return Object.create(known?.prototype ?? Object.prototype);
};

const made = <T>(look: string, members: object): T =>
  Object.defineProperties(
    like(look),
    Object.fromEntries(
      Reflect.ownKeys(members).map((name) => [
        name,
        { value: (members as Record<PropertyKey, unknown>)[name], enumerable: true },
      ]),
    ),
  ) as T;

const notFound = () => new Refusal("A requested file or directory could not be found.", "NotFoundError");
const notAllowed = () => Later.reject(new Refusal("The request is not allowed.", "NotAllowedError"));

/**
 * The entry of a file or folder that is let in, as `webkitGetAsEntry()` gives it: of a folder it shows what was let in,
 * and nothing else. The browser's own entry would show what was held, too.
 */
export function entryOf(root: FolderNode): (node: Node) => FileSystemEntry {
  const known = new Map<Node, FileSystemEntry>();
  const parents = new Map<Node, FolderNode>();
  const note = (folder: FolderNode): void => {
    for (const child of folder.children) {
      parents.set(child, folder);
      if (isFolder(child)) note(child);
    }
  };
  note(root);

  const get =
    (from: FolderNode, wantsFolder: boolean) =>
    (
      path?: string | null,
      _?: FileSystemFlags,
      found?: FileSystemEntryCallback,
      failed?: ErrorCallback,
    ): void => {
      const node = nodeAt(root, from, path ?? "");
      soon(() => (node && isFolder(node) === wantsFolder ? found?.(entry(node)) : failed?.(notFound())));
    };
  const reader = ({ children }: FolderNode): FileSystemDirectoryReader => {
    let given = 0;
    return made("FileSystemDirectoryReader", {
      readEntries(read: FileSystemEntriesCallback) {
        const some = children.slice(given, given + portion).map(entry);
        given += some.length;
        soon(() => read(some));
      },
    });
  };
  const entry = (node: Node): FileSystemEntry => {
    const before = known.get(node);
    if (before) return before;
    const fresh = made<FileSystemEntry>(isFolder(node) ? "FileSystemDirectoryEntry" : "FileSystemFileEntry", {
      isFile: !isFolder(node),
      isDirectory: isFolder(node),
      name: node.name,
      fullPath: node.path,
      getParent: (found?: FileSystemEntryCallback) => soon(() => found?.(entry(parents.get(node) ?? root))),
      ...(isFolder(node)
        ? {
            createReader: () => reader(node),
            getFile: get(node, false),
            getDirectory: get(node, true),
          }
        : { file: (read: FileCallback) => soon(() => read(node.file)) }),
    });
    known.set(node, fresh);
    Object.defineProperty(fresh, "filesystem", { get: () => filesystem, enumerable: true });
    return fresh;
  };
  const filesystem: FileSystem = made("FileSystem", { name: "drop", root: entry(root) });
  return entry;
}

/** The same as a handle, as `getAsFileSystemHandle()` gives it: to be read, never to be written. */
export function handleOf(node: Node): FileSystemHandle {
  const known = handles.get(node);
  if (known) return known;
  const handle: FileSystemHandle = made(
    isFolder(node) ? "FileSystemDirectoryHandle" : "FileSystemFileHandle",
    {
      kind: isFolder(node) ? "directory" : "file",
      name: node.name,
      isSameEntry: async (other: unknown) => other === handle,
      queryPermission: async ({ mode = "read" } = {}) => (mode === "read" ? "granted" : "denied"),
      requestPermission: async ({ mode = "read" } = {}) => (mode === "read" ? "granted" : "denied"),
      ...(isFolder(node)
        ? asFolder(node, () => handle)
        : { getFile: async () => node.file, createWritable: notAllowed }),
    },
  );
  handles.set(node, handle);
  return handle;
}

const handles = new WeakMap<Node, FileSystemHandle>();

function asFolder(folder: FolderNode, itself: () => FileSystemHandle): object {
  async function* entries() {
    for (const child of folder.children) yield [child.name, handleOf(child)] as const;
  }
  async function* keys() {
    for (const { name } of folder.children) yield name;
  }
  async function* values() {
    for (const child of folder.children) yield handleOf(child);
  }
  const named = (wantsFolder: boolean) => async (name: string) => {
    const node = folder.children.find((child) => child.name === name);
    if (!node) throw notFound();
    if (isFolder(node) !== wantsFolder)
      throw new Refusal(
        "The path supplied exists, but was not an entry of requested type.",
        "TypeMismatchError",
      );
    return handleOf(node);
  };
  const pathTo = (within: FolderNode, wanted: unknown): string[] | null => {
    for (const child of within.children) {
      if (handles.get(child) === wanted) return [child.name];
      const rest = isFolder(child) ? pathTo(child, wanted) : null;
      if (rest) return [child.name, ...rest];
    }
    return null;
  };
  return {
    entries,
    keys,
    values,
    [Symbol.asyncIterator]: entries,
    getFileHandle: named(false),
    getDirectoryHandle: named(true),
    removeEntry: notAllowed,
    resolve: async (wanted: unknown) => (wanted === itself() ? [] : pathTo(folder, wanted)),
  };
}
