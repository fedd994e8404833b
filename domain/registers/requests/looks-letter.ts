import { longDate } from "../../base/local-words.ts";
import type { Letter } from "./letter.ts";
import type { Look } from "./looks.ts";
import { rightsOf } from "./rights.ts";

/** The plain letter to "who has looked at my record": days and purposes; names of staff only where it is told to. */
export function looksLetter(
  { looks, since, more }: { readonly looks: readonly Look[]; readonly since: string; readonly more: boolean },
  named: boolean,
  today: string,
): Letter {
  const times = (count: number): string => (count === 1 ? "" : `, ${count} times`);
  return {
    title: "Who has looked at your record",
    text: [
      "You asked who has looked at your record. This is what our log holds: the day, and for what.",
      `The log reaches back to ${longDate(since)} at most, and knows of looks in browsers that it watched; what was looked at elsewhere, it does not know.`,
      ...(more ? ["There are more than are listed here: ask us for the rest."] : []),
      ...(looks.length === 0 ? ["It holds no look at your record."] : []),
      named
        ? "Those named here work or worked for us."
        : "We tell you the days and the purposes, and as a rule not the names of staff.",
    ],
    list: looks.map(
      ({ day, why, times: count, who }) =>
        `${longDate(day)}: ${why}${times(count)}${named && who.length > 0 ? ` (${who.join(", ")})` : ""}`,
    ),
    rights: rightsOf(today),
  };
}
