import { foldedWords, joinedName } from "./fold.ts";

/** Two parts of a name in no order, as they are keyed: which is the surname is told differently everywhere. */
export type NamePair = string;

/** Signs that each part has at least: an initial is anybody's. */
const shortest = 2;

/** Undefined where a part is too short to be one. */
export function pairOf(one: readonly string[], other: readonly string[]): NamePair | undefined {
  const [first, second] = [joinedName(one), joinedName(other)];
  if (first.length < shortest || second.length < shortest) return undefined;
  return first < second ? `${first}\n${second}` : `${second}\n${first}`;
}

/** A name as a list has it: in two columns, or in one. */
export type ListedName = { readonly given: string; readonly surname: string } | { readonly full: string };

/**
 * The pairs under which somebody is known: first name and surname, and where they have more names all of them and the surname.
 * "Moss, Ada" has its surname before the comma; of "Wang Xiao Ming" and "Xiao Ming Wang" either end may be it.
 *
 * @returns None where a first name or a surname is missing, or an initial alone.
 */
export function pairsOf(name: ListedName): readonly NamePair[] {
  if (!("full" in name)) return between(foldedWords(name.given), foldedWords(name.surname));
  const [before = "", after] = name.full.split(",", 2);
  if (after !== undefined && foldedWords(after).length > 0)
    return between(foldedWords(after), foldedWords(before));
  const words = foldedWords(name.full);
  const ends = [words.slice(0, 1), words.slice(-1)] as const;
  const [first, last] = ends;
  if (words.length < 2) return [];
  return different([pairOf(first, last), pairOf(first, words.slice(1)), pairOf(words.slice(0, -1), last)]);
}

function between(given: readonly string[], surname: readonly string[]): readonly NamePair[] {
  return different([pairOf(given.slice(0, 1), surname), pairOf(given, surname)]);
}

const different = (pairs: readonly (NamePair | undefined)[]): readonly NamePair[] => [
  ...new Set(pairs.filter((one) => one !== undefined)),
];
