import { createContext } from "svelte";
import { namesAPatient } from "#domain/detector/screen";

/** Sentences of a dialog that is not sent yet, by field: a browser that closes in the middle loses none. */
export interface SentenceDrafts {
  /** undefined where nothing is kept. */
  read(field: string): string | undefined;
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

/**
 * Kept on this computer by person, case and dialog, as far as a sentence names no patient; of a confidential case in
 * this tab alone, where a colleague at the same computer does not come upon it.
 */
export function draftsOf(
  person: string,
  dialog: string,
  { id, confidential }: { readonly id: string; readonly confidential: boolean },
): SentenceDrafts {
  const storage = confidential ? sessionStorage : localStorage;
  const start = `chaperone-draft:${person}:${id}:${dialog}:`;
  return {
    read: (field) => storage.getItem(start + field) ?? undefined,
    keep(field, text) {
      if (text.trim() === "" || namesAPatient(text)) storage.removeItem(start + field);
      else storage.setItem(start + field, text);
    },
    drop() {
      for (const key of Object.keys(storage)) if (key.startsWith(start)) storage.removeItem(key);
    },
  };
}
