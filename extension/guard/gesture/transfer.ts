/** Files of a gesture, and where each lay. */
export interface Gathered {
  readonly files: readonly File[];
  /** Of each file its path within the drop, `/june/letter.pdf`; of one that came alone `/` and its name. */
  readonly paths: readonly string[];
  /** Paths of folders that hold nothing. */
  readonly empty: readonly string[];
  /** Part of a folder could not be read. */
  readonly missing: boolean;
}

/** What a drop or paste carries. Files are taken within the event; a folder is read afterwards. */
export interface Carried {
  readonly gathered: Promise<Gathered>;
  readonly strings: readonly (readonly [type: string, text: string])[];
}

/** Files that a folder may hold at most; more are not read and said to be missing. */
const mostFiles = 500;

/** Pictures in the markup of one paste that are looked at. */
const inlaidMost = 40;

/** Whether a drop or paste carries files or folders. */
export const carriesFiles = (data: DataTransfer | null): data is DataTransfer =>
  data !== null && (data.files.length > 0 || [...data.items].some(({ kind }) => kind === "file"));

const pictureData =
  /<img\b[^<>]{0,2000}?\bsrc\s*=\s*["']?data:(image\/[a-z0-9.+-]{1,40});base64,([a-z0-9+/=\s]+)["']?[^<>]{0,2000}>/gi;

/** Pictures that a paste carries within its markup, as an editor or another mail program puts them there. */
export interface Inlaid {
  readonly files: readonly File[];
  /** There are more pictures than are looked at. */
  readonly missing: boolean;
  /** The markup without those that are not let in. */
  without(out: readonly File[]): string;
}

/** The pictures in the markup of a paste; undefined where there are none. */
export function inlaidIn(data: DataTransfer): Inlaid | undefined {
  const markup = data.getData("text/html");
  const all = [...markup.matchAll(pictureData)];
  const found = all.slice(0, inlaidMost);
  if (found.length === 0) return undefined;
  const files = found.map(([, type = "", base64 = ""], at) => pictureOf(`pasted-${at + 1}`, type, base64));
  return {
    files,
    missing: all.length > found.length,
    without: (out) =>
      found.reduce(
        (left, [whole], at) => (out.includes(files[at] as File) ? left.replace(whole, "") : left),
        markup,
      ),
  };
}

/** What can't be decoded is a picture all the same: it is judged as one that can't be read. */
function pictureOf(name: string, type: string, base64: string): File {
  let signs = "";
  try {
    signs = atob(base64.replace(/\s+/g, ""));
  } catch {
    signs = base64;
  }
  const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
  return new File([bytes], `${name}.${type.slice(6).replace(/[^a-z0-9].*/, "")}`, { type });
}

/** Takes everything out of a drop or paste. Call it within the event: afterwards the browser empties it. */
export function take(data: DataTransfer): Carried {
  const plain = [...data.files];
  const tops = [...data.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => folderOf(item) ?? item.getAsFile())
    .filter((top) => top !== null);
  const strings = [...data.types]
    .filter((type) => type !== "Files")
    .map((type) => [type, data.getData(type)] as const)
    .filter(([, text]) => text !== "");
  // A folder also stands in `files`, as an entry that can't be read.
  const hasFolders = tops.some((top) => !(top instanceof File));
  return { gathered: gather(hasFolders ? tops : plain), strings };
}

function folderOf(item: DataTransferItem): FileSystemDirectoryEntry | undefined {
  const entry = item.webkitGetAsEntry?.();
  return entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : undefined;
}

/** Everything in the order in which it came, a folder's files in its place. The browser is asked for all files at once. */
async function gather(tops: readonly (File | FileSystemDirectoryEntry)[]): Promise<Gathered> {
  const found: Promise<{ readonly file: File; readonly path: string } | undefined>[] = [];
  const empty: string[] = [];
  let missing = false;
  const unread = (): undefined => {
    missing = true;
  };
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length >= mostFiles) return unread();
    if (!entry.isDirectory) {
      const path = entry.fullPath;
      found.push(fileOf(entry as FileSystemFileEntry).then((file) => ({ file, path }), unread));
      return;
    }
    try {
      const children = await childrenOf(entry as FileSystemDirectoryEntry);
      if (children.length === 0) empty.push(entry.fullPath);
      for (const child of children) await walk(child);
    } catch {
      unread();
    }
  };
  for (const top of tops) {
    if (top instanceof File) found.push(Promise.resolve({ file: top, path: `/${top.name}` }));
    else await walk(top);
  }
  const all = (await Promise.all(found)).filter((one) => one !== undefined);
  return { files: all.map(({ file }) => file), paths: all.map(({ path }) => path), empty, missing };
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
