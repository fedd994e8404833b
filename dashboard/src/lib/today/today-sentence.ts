import type { Today } from "#lib/api/today.ts";
import { overWords } from "#lib/desk/desk-words.ts";
import { begins, capital } from "#lib/format/sentence.ts";

/**
 * How the day stands, in a sentence or two.
 *
 * @param waiting - How many things need the person.
 */
export function todaySentence(
  waiting: number,
  { blind, owed: { over } }: Pick<Today, "blind" | "owed">,
): string {
  const places = blind?.length ?? 0;
  return [
    waiting === 0
      ? "Nothing needs you today."
      : `${begins(waiting, "thing needs", "things need")} you today.`,
    over > 0 ? `${capital(overWords(over))}.` : "",
    places > 0 ? `${begins(places, "place is", "places are")} not seen.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
