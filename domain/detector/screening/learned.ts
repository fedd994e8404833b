import { knownWords } from "../words/known.ts";
import { noNames, placeWords } from "../words/no-names.ts";

type IsOrdinary = (word: string) => boolean;
let isOrdinary: IsOrdinary | undefined;

/**
 * Tells the screen which small words are ordinary English, so that it can hold a word for somebody's name that no list of
 * names has. The words weigh 150 kB: who judges for good (the server) has them, a page loads them when somebody writes.
 */
export function learnWords(ordinary: IsOrdinary | undefined): void {
  isOrdinary = ordinary;
}

/** Whether a word in small letters without marks is neither English nor anything that a clinic writes; never before `learnWords`. */
export const isUnknown = (plain: string): boolean =>
  isOrdinary !== undefined &&
  plain.length >= 2 &&
  !noNames.has(plain) &&
  !placeWords.has(plain) &&
  !knownWords.has(plain) &&
  !isOrdinary(plain);
