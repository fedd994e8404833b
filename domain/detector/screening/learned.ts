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
  known.clear();
}

/**
 * Asks as if no words were learned: of a sentence that a browser has let pass by its lists, which it can't ask for again.
 */
export function byListsAlone<Answer>(ask: () => Answer): Answer {
  const learned = isOrdinary;
  isOrdinary = undefined;
  try {
    return ask();
  } finally {
    isOrdinary = learned;
  }
}

/** Answers of late: the same few words come again and again. */
const known = new Map<string, boolean>();
const knownAtMost = 4_000;

/** Whether a word in small letters without marks is neither English nor anything that a clinic writes; never before `learnWords`. */
export function isUnknown(plain: string): boolean {
  if (isOrdinary === undefined || plain.length < 2) return false;
  let answer = known.get(plain);
  if (answer === undefined) {
    answer = !noNames.has(plain) && !placeWords.has(plain) && !knownWords.has(plain) && !isOrdinary(plain);
    if (known.size >= knownAtMost) known.clear();
    known.set(plain, answer);
  }
  return answer;
}
