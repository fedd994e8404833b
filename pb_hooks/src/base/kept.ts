import { isReading } from "./once.ts";

/** What was kept last in a slot, under another key: whoever reckons may begin from it. */
export interface KeptBefore<Part extends string> {
  readonly key: string;
  /** @returns undefined where that part was not kept together with the one that was asked for. */
  text(part: Part): string | undefined;
}

/**
 * Texts that were reckoned from the database, kept in the memory of this process for all of its engines. Only a route that
 * reads is answered by them, and only it keeps any: within an act, what others see may not be so yet, and what the act sees
 * may be rolled back.
 *
 * @param slot - Where they are kept: later ones take the place of earlier ones, so that slots bound the memory.
 * @param key - All that they depend on, asked of the database before they are reckoned; without a line's end.
 * @param part - Which of the texts is asked for.
 */
export function keptText<Part extends string>(
  app: pb.App,
  slot: string,
  key: string,
  part: Part,
  reckon: (before?: KeptBefore<Part>) => { readonly [each in Part]: string },
): string {
  if (!isReading() || app.isTransactional()) return reckon()[part];
  const store = app.store();
  const mark = `${key}\n`;
  const known = store.get(`kept ${slot} ${part}`);
  if (typeof known === "string" && known.startsWith(mark)) return known.slice(mark.length);
  const texts = reckon(typeof known === "string" ? beforeIn(store, slot, known) : undefined);
  for (const each of Object.keys(texts) as Part[]) store.set(`kept ${slot} ${each}`, mark + texts[each]);
  return texts[part];
}

/** Another engine may keep the next texts meanwhile: only what stands under the same key belongs together. */
function beforeIn<Part extends string>(
  store: { get(key: string): unknown },
  slot: string,
  known: string,
): KeptBefore<Part> {
  const mark = known.slice(0, known.indexOf("\n") + 1);
  return {
    key: mark.slice(0, -1),
    text(part) {
      const text = store.get(`kept ${slot} ${part}`);
      return typeof text === "string" && text.startsWith(mark) ? text.slice(mark.length) : undefined;
    },
  };
}
