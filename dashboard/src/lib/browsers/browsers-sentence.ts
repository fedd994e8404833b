import type { Browser } from "#lib/api/browsers.ts";
import { inWords, listed } from "#lib/format/sentence.ts";
import { dateIn, read } from "#lib/format/time.ts";
import { stateOf } from "./browser-state.ts";

/** "7 of 9 were seen today. One is quiet, one is blind." */
export function browsersSentence(live: readonly Browser[], now: number, zone: string): string {
  if (live.length === 0) return "Nothing is guarded until the first one is paired.";
  const today = dateIn(zone, now);
  const seen = live.filter(
    ({ lastSeen }) => lastSeen !== "" && dateIn(zone, read(lastSeen)) === today,
  ).length;
  const words = new Map<string, number>();
  for (const browser of live) {
    const { state, word } = stateOf(browser, now, zone);
    if (state !== "red" && state !== "amber") continue;
    const short = word.replace(/(?: (?:for|on|to)|:) .*/, "");
    words.set(short, (words.get(short) ?? 0) + 1);
  }
  const troubles = [...words].map(([word, count]) => `${inWords(count)} ${verb(word, count)} ${word}`);
  const second = listed(troubles);
  return `${seen} of ${live.length} ${seen === 1 ? "was" : "were"} seen today.${
    second === "" ? "" : ` ${second.charAt(0).toUpperCase()}${second.slice(1)}.`
  }`;
}

/** Some states are had, the others are been. */
function verb(word: string, count: number): string {
  if (word === "wrong clock") return count === 1 ? "has a" : "have a";
  if (word === "the page changed") return count === 1 ? "says that" : "say that";
  if (word === "no access") return count === 1 ? "has" : "have";
  if (word === "corrections refused") return count === 1 ? "has" : "have";
  if (word === "another log") return count === 1 ? "holds" : "hold";
  return count === 1 ? "is" : "are";
}
