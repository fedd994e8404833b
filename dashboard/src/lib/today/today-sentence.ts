import type { Today } from "#lib/api/today.ts";
import { begins } from "#lib/format/sentence.ts";

/**
 * How the day stands, in a sentence or two.
 *
 * @param waiting - How many things need the person.
 */
export function todaySentence(
  waiting: number,
  { blind, runningOut, asOf }: Pick<Today, "blind" | "runningOut" | "asOf">,
): string {
  const over = runningOut.filter(({ due, withoutDelay }) => due <= asOf && withoutDelay !== true).length;
  const places = blind?.length ?? 0;
  return [
    waiting === 0
      ? "Nothing needs you today."
      : `${begins(waiting, "thing needs", "things need")} you today.`,
    over > 0 ? `${begins(over, "clock is past its end", "clocks are past their end")}.` : "",
    places > 0 ? `${begins(places, "place is", "places are")} not seen.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
