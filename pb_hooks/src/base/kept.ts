import { isReading } from "./once.ts";

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
  reckon: () => { readonly [each in Part]: string },
): string {
  if (!isReading() || app.isTransactional()) return reckon()[part];
  const store = app.store();
  const mark = `${key}\n`;
  const known = store.get(`kept ${slot} ${part}`);
  if (typeof known === "string" && known.startsWith(mark)) return known.slice(mark.length);
  const texts = reckon();
  for (const each of Object.keys(texts) as Part[]) store.set(`kept ${slot} ${each}`, mark + texts[each]);
  return texts[part];
}
