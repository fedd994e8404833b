import { screenSentence } from "#domain/detector/screen";
import { wordsAt } from "./words-at.ts";

/** The first words of a sentence that may name a patient; '' for none. */
export function leaveOut(sentence: string): string {
  const [first] = screenSentence(sentence);
  return first ? wordsAt(sentence, first) : "";
}
