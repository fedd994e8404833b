import { normalText } from "./normal.ts";
import type { PolicyLine } from "./states.ts";

/** What became of a line between two versions. `moved`: the same words elsewhere. `reworded`: other words for the same. */
export type Change =
  | { readonly is: "same" | "moved"; readonly was: number; readonly now: number }
  | { readonly is: "reworded"; readonly was: number; readonly now: number }
  | { readonly is: "added"; readonly now: number }
  | { readonly is: "removed"; readonly was: number };

/** Share of words that two lines have in common from which one is taken for the other, reworded. */
const alikeFrom = 0.55;
/** Lines of one side that a changed one is looked for among, the nearest first. */
const looksAmong = 400;

/**
 * How a version differs from the one before, in the order of the new one; what was removed stands at the end. By the words
 * alone: a clause that has another number, and a paragraph that was cut anew, is the same.
 *
 * @returns Indices into the lines given.
 */
export function compareVersions(before: readonly PolicyLine[], after: readonly PolicyLine[]): Change[] {
  const pairs = samePairs(before.map(normalText), after.map(normalText));
  const inPlace = longestRun(pairs);
  const changes: Change[] = pairs.map(([was, now], i) => ({
    is: inPlace.has(i) ? "same" : "moved",
    was,
    now,
  }));
  const gone = indicesBut(before.length, new Set(pairs.map(([was]) => was)));
  const fresh = indicesBut(after.length, new Set(pairs.map(([, now]) => now)));
  const left = new Set(gone);
  const wordsBefore = new Map(gone.map((was) => [was, wordsIn(before[was])]));
  for (const now of fresh) {
    const words = wordsIn(after[now]);
    const near = [...left]
      .filter((was) => (before[was]?.kind === "heading") === (after[now]?.kind === "heading"))
      .sort((one, other) => Math.abs(one - now) - Math.abs(other - now))
      .slice(0, looksAmong);
    let best = -1;
    let most = alikeFrom;
    for (const was of near) {
      const alike = shareOf(wordsBefore.get(was) ?? [], words);
      if (alike > most) [best, most] = [was, alike];
    }
    if (best < 0) changes.push({ is: "added", now });
    else {
      left.delete(best);
      changes.push({ is: "reworded", was: best, now });
    }
  }
  changes.sort((one, other) => ("now" in one ? one.now : 0) - ("now" in other ? other.now : 0));
  return [...changes, ...[...left].map((was): Change => ({ is: "removed", was }))];
}

/** Each line with the same words as one before, in its order; the same words twice are paired in their order. */
function samePairs(before: readonly string[], after: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>();
  before.forEach((key, i) => {
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  });
  return after.flatMap((key, now): [number, number][] => {
    const was = places.get(key)?.shift();
    return was === undefined ? [] : [[was, now]];
  });
}

/** Indices of the longest run of pairs that keep their order (patience sorting): all others moved. */
function longestRun(pairs: readonly (readonly [number, number])[]): Set<number> {
  const tops: number[] = [];
  const back: number[] = [];
  const at = (i: number) => pairs[tops[i] ?? -1]?.[0] ?? -1;
  pairs.forEach(([was], i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(middle) < was) low = middle + 1;
      else high = middle;
    }
    back[i] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = i;
  });
  const run = new Set<number>();
  for (let i = tops[tops.length - 1] ?? -1; i >= 0; i = back[i] ?? -1) run.add(i);
  return run;
}

const indicesBut = (length: number, without: ReadonlySet<number>): number[] =>
  Array.from({ length }, (_, i) => i).filter((i) => !without.has(i));

const wordsIn = (line: PolicyLine | undefined): string[] =>
  line === undefined
    ? []
    : normalText(line)
        .split(/[^a-z0-9'\u00c0-\u024f]+/)
        .filter((word) => word !== "");

/** Share of words in common, counted as often as they stand (Dice). */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    common += 1;
    counts.set(word, left - 1);
  }
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}

/** A stretch of a sentence as both versions have it, or as one had. */
export interface Stretch {
  readonly is: "same" | "was" | "now";
  readonly text: string;
}

/** Two wordings of a sentence, word by word: what both have, what went and what came. */
export function wordChanges(was: string, now: string): Stretch[] {
  const one = was.split(/\s+/).filter((word) => word !== "");
  const other = now.split(/\s+/).filter((word) => word !== "");
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let k = other.length - 1; k >= 0; k -= 1) {
      const down = table[i + 1]?.[k] ?? 0;
      const right = table[i]?.[k + 1] ?? 0;
      const row = table[i];
      if (row) row[k] = one[i] === other[k] ? (table[i + 1]?.[k + 1] ?? 0) + 1 : Math.max(down, right);
    }
  const stretches: { is: Stretch["is"]; words: string[] }[] = [];
  const say = (is: Stretch["is"], word: string) => {
    const last = stretches[stretches.length - 1];
    if (last?.is === is) last.words.push(word);
    else stretches.push({ is, words: [word] });
  };
  let i = 0;
  let k = 0;
  while (i < one.length || k < other.length) {
    if (i < one.length && k < other.length && one[i] === other[k]) {
      say("same", one[i] ?? "");
      i += 1;
      k += 1;
    } else if (
      k >= other.length ||
      (i < one.length && (table[i + 1]?.[k] ?? 0) >= (table[i]?.[k + 1] ?? 0))
    ) {
      say("was", one[i] ?? "");
      i += 1;
    } else {
      say("now", other[k] ?? "");
      k += 1;
    }
  }
  return stretches.map(({ is, words }) => ({ is, text: words.join(" ") }));
}
