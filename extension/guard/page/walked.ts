import type { ReplayedGesture } from "../channel.ts";
import { entryOf, handleOf } from "./entries.ts";
import { transferOf } from "./let-in.ts";
import { call, replace } from "./originals.ts";
import { type FolderNode, isFolder, treeOf } from "./tree.ts";

// Taken before any script of the page can put its own in its place.
const { File: Plain } = globalThis;

/** What an item of a played transfer stands for; `walks` is called when the page asks for it. */
interface Standing {
  readonly entry: FileSystemEntry;
  handle(): FileSystemHandle;
  walks(): void;
}

/** By the file that an item gives: browsers make items anew at each look. */
const standings = new WeakMap<File, Standing>();

type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/**
 * A page that walks entries or handles asks each item for its own. Of a transfer that a script has made, browsers know
 * none: for ours they are answered from what was let in.
 */
export function answerWalkers(): void {
  if (typeof DataTransferItem === "undefined") return;
  const { getAsFile } = DataTransferItem.prototype;
  const standing = (item: DataTransferItem): Standing | undefined => {
    const file = call(getAsFile, item);
    return file ? standings.get(file) : undefined;
  };
  replace(
    DataTransferItem.prototype,
    "webkitGetAsEntry",
    (original) =>
      function (this: DataTransferItem) {
        const known = standing(this);
        known?.walks();
        return known ? known.entry : call(original, this);
      },
  );
  replace(
    DataTransferItem.prototype as Item,
    "getAsFileSystemHandle",
    (original) =>
      function (this: Item) {
        const known = standing(this);
        known?.walks();
        if (known) return Promise.resolve(known.handle());
        return call(original as NonNullable<typeof original>, this);
      },
  );
}

/**
 * The transfer of a gesture that is played again, with folders as they came. A page that asks no item for its entry
 * knows no folders: it finds all of their files in `files`.
 */
export function transferAsItCame({
  files,
  paths,
  empty,
}: Pick<ReplayedGesture, "files" | "paths" | "empty">) {
  const root = treeOf(files, paths, empty);
  const tops = root.children.map((node) => (isFolder(node) ? new Plain([], node.name) : node.file));
  const transfer = transferOf(tops);
  const flat = root.children.some(isFolder) ? transferOf(files).files : undefined;
  let walks = false;
  stand(root, tops, () => {
    walks = true;
  });
  if (flat) {
    const asItCame = transfer.files;
    Object.defineProperty(transfer, "files", { get: () => (walks ? asItCame : flat) });
  }
  return transfer;
}

function stand(root: FolderNode, tops: readonly File[], walks: () => void): void {
  const entry = entryOf(root);
  root.children.forEach((node, at) => {
    const file = tops[at];
    if (file) standings.set(file, { entry: entry(node), handle: () => handleOf(node), walks });
  });
}
