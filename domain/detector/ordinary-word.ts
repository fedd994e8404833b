import { isAmong } from "./word-search.ts";
import { commonWords, deskWords, moreWords } from "./words/ordinary.ts";
import { type WordList, wordList } from "./words/word-list.ts";

const desk = wordList(deskWords);
const lists = {
  common: { has: (word: string) => isAmong(commonWords, word) || desk.has(word) },
  all: { has: (word: string) => isAmong(commonWords, word) || isAmong(moreWords, word) || desk.has(word) },
} as const;

/** Endings that make another form of a word, and what stands in their place. */
const endings: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["ily", ["y"]],
  ["es", [""]],
  ["s", [""]],
  ["ed", ["", "e"]],
  ["ings", ["", "e"]],
  ["ing", ["", "e"]],
  ["ers", ["", "e"]],
  ["er", ["", "e"]],
  ["ly", [""]],
  ["ness", [""]],
];
/** A base form is no shorter: "is" is no form of "i". */
const shortestBase = 3;

function* basesOf(word: string): Generator<string> {
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    for (const end of instead) yield stem + end;
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) yield stem.slice(0, -1);
  }
}

function isIn(list: WordList, word: string): boolean {
  if (list.has(word)) return true;
  for (const base of basesOf(word)) if (base.length >= shortestBase && list.has(base)) return true;
  return false;
}

/** Whether a word in small letters is an ordinary English one, in any of its forms. */
export const isOrdinary = (word: string): boolean => isIn(lists.all, word);

/** The same of the most common ones alone. */
export const isCommon = (word: string): boolean => isIn(lists.common, word);
