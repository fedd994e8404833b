import { namedIn, numberedIn } from "#domain/registers/screened";

/** At most so many things to leave out are named at once; the rest shows when these are gone. */
const most = 3;

/**
 * What a sentence must leave out, in words that mend it: "Leave out “Mrs Ellery”. Say “the patient”."
 *
 * @param own - The text is of the clinic itself, whose own name, address and telephone stand in it.
 * @returns undefined where it names no patient.
 */
export function leaveOut(text: string, own = false): string | undefined {
  const found = (own ? numberedIn(text) : namedIn(text)).slice(0, most);
  if (found.length === 0) return undefined;
  const words = [...new Set(found.map(({ start, end }) => `“${text.slice(start, end).trim()}”`))];
  return `Leave out ${words.join(", ")}. Say “the patient”`;
}

/** The error under a sentence that has to be there; undefined where it is fine. */
export function sentenceError(text: string, empty: string): string | undefined {
  return text.trim() === "" ? empty : leaveOut(text);
}
