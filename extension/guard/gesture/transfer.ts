/** What a drop or paste carries. Files are taken within the event; a folder is read afterwards. */
export interface Carried {
  readonly files: Promise<{ readonly files: readonly File[]; readonly missing: boolean }>;
  readonly strings: readonly (readonly [type: string, text: string])[];
}

/** Files that a folder may hold at most; more are not read and said to be missing. */
const mostFiles = 500;

/** Whether a drop or paste carries files or folders. */
export const carriesFiles = (data: DataTransfer | null): data is DataTransfer =>
  data !== null && (data.files.length > 0 || [...data.items].some(({ kind }) => kind === "file"));

/** Takes everything out of a drop or paste. Call it within the event: afterwards the browser empties it. */
export function take(data: DataTransfer): Carried {
  const plain = [...data.files];
  const entries = [...data.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? null);
  const strings = [...data.types]
    .filter((type) => type !== "Files")
    .map((type) => [type, data.getData(type)] as const)
    .filter(([, text]) => text !== "");
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory === true);
  if (folders.length === 0) return { files: Promise.resolve({ files: plain, missing: false }), strings };
  // A folder also stands in `files`, as an entry that can't be read.
  const names = new Set(folders.map(({ name }) => name));
  const loose = plain.filter(({ name }) => !names.has(name));
  return { files: readFolders(folders, loose), strings };
}

async function readFolders(folders: readonly FileSystemDirectoryEntry[], loose: readonly File[]) {
  const files = [...loose];
  const open: FileSystemEntry[] = [...folders];
  let missing = false;
  for (let entry = open.shift(); entry; entry = open.shift()) {
    if (files.length >= mostFiles) return { files, missing: true };
    try {
      if (entry.isDirectory) open.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
      else files.push(await fileOf(entry as FileSystemFileEntry));
    } catch {
      missing = true;
    }
  }
  return { files, missing };
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives children in portions of up to 100; an empty one ends it. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}
