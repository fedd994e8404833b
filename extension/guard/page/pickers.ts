import type { Hook } from "./hook.ts";
import { call, replace } from "./originals.ts";

type Picked = FileSystemFileHandle[];
type WithPicker = typeof globalThis & { showOpenFilePicker?: (...options: unknown[]) => Promise<Picked> };

/** The dismissal of a picker, as the browser itself would say it. */
const dismissed = (): DOMException => new DOMException("The user aborted a request.", "AbortError");

/**
 * Files that come by handle (Chromium): the picker waits for the decision, and so does the first reading of a file
 * behind a handle that came any other way, such as a folder. The page's own private files are let alone.
 */
export function holdPickers(hook: Hook): void {
  if (typeof FileSystemFileHandle === "undefined") return;
  const decided = new WeakMap<FileSystemFileHandle, boolean>();
  const getFileOf = FileSystemFileHandle.prototype.getFile;
  const { getDirectory } = StorageManager.prototype;
  const { resolve: pathTo } = FileSystemDirectoryHandle.prototype;

  const isPrivate = async (handle: FileSystemFileHandle): Promise<boolean> => {
    try {
      const root = (await call(getDirectory, navigator.storage)) as FileSystemDirectoryHandle;
      return (await (call(pathTo, root, handle) as Promise<string[] | null>)) !== null;
    } catch {
      return false;
    }
  };
  const read = (handle: FileSystemFileHandle): Promise<File> => call(getFileOf, handle) as Promise<File>;

  replace(
    FileSystemFileHandle.prototype,
    "getFile",
    () =>
      async function (this: FileSystemFileHandle) {
        const file = await read(this);
        if (!hook.awake || decided.get(this) || (await isPrivate(this))) return file;
        const [kept] = await hook.decide("picked", [file]);
        decided.set(this, kept !== undefined);
        if (!kept) throw dismissed();
        return file;
      },
  );

  const page = globalThis as WithPicker;
  if (!page.showOpenFilePicker) return;
  replace(
    page,
    "showOpenFilePicker",
    (original) =>
      async function (this: unknown, ...options: unknown[]) {
        const handles = (await call(original as (...args: unknown[]) => unknown, page, ...options)) as Picked;
        if (!hook.awake) return handles;
        const files = await Promise.all(handles.map(read));
        const kept = await hook.decide("picked", files);
        const passed = handles.filter((_, at) => kept.includes(files[at] as File));
        if (passed.length === 0) throw dismissed();
        for (const handle of passed) decided.set(handle, true);
        return passed;
      },
  );
}
