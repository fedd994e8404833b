import { createContext } from "svelte";
import { namesAPatient } from "#domain/detector/screen";

/** Sentences of a dialog that is not sent yet, by field: a browser that closes in the middle loses none. */
export interface SentenceDrafts {
  /** undefined where nothing is kept. */
  read(field: string): string | undefined;
  /** Whether somebody has changed the row since the first of these sentences was begun. */
  readonly isOlder: boolean;
  keep(field: string, text: string): void;
  drop(): void;
}

/** The drafts of the dialog around a field; a form outside of any keeps its own. */
const [get, set] = createContext<SentenceDrafts>();
export const setDrafts = set;
export function draftsHere(): SentenceDrafts | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** What drafts are kept by: a row, and the version of it that is on the screen where it has one. */
export type DraftOf = { readonly id: string; readonly confidential?: boolean; readonly version?: number };

/**
 * Kept on this computer by person, case and dialog, as far as a sentence names no patient; of a confidential case in
 * this tab alone, where a colleague at the same computer does not come upon it.
 */
export function draftsOf(
  person: string,
  dialog: string,
  { id, confidential = false, version = 0 }: DraftOf,
): SentenceDrafts {
  const storage = confidential ? sessionStorage : localStorage;
  const start = `chaperone-draft:${person}:${id}:${dialog}:`;
  const keysOf = () => Object.keys(storage).filter((key) => key.startsWith(start));
  // No field has this name. A draft of an older Chaperone knows no version, and says nothing about it.
  const begunOn = `${start}@version`;
  const begun = Number(storage.getItem(begunOn) ?? version);
  return {
    read: (field) => storage.getItem(start + field) ?? undefined,
    isOlder: begun < version,
    keep(field, text) {
      if (text.trim() === "" || namesAPatient(text)) {
        storage.removeItem(start + field);
        if (keysOf().every((key) => key === begunOn)) storage.removeItem(begunOn);
      } else {
        storage.setItem(start + field, text);
        if (storage.getItem(begunOn) === null) storage.setItem(begunOn, String(version));
      }
    },
    drop() {
      for (const key of keysOf()) storage.removeItem(key);
    },
  };
}
