/** Letters that a text has at least for its make-up to tell anything. */
const lettersAtLeast = 60;
/** Signs of 100 that no text shows: controls, places for private use, marks of what could not be decoded. */
const strangeShare = 0.05;
/** Vowels of 100 letters: 35 to 50 in the languages of Europe, 23 in letters that were shifted or swapped at random. */
const vowelShare = 0.27;

const letter = /\p{Script=Latin}/u;
const strange = /[\p{Cc}\p{Co}\ufffd]/u;
/** Words that stand in nearly every text of some lines, in English and Welsh. */
const common = /\b(?:the|and|to|of|in|for|is|with|on|at|by|from|your|you|y|yr|yn|a|i|o|ar|am)\b/i;

/**
 * Whether a text layer is not what the page shows: fonts without a map to letters, or with a wrong one, give other signs.
 * A text in other letters than Latin ones is judged by its strange signs alone.
 */
export function isGarbled(text: string): boolean {
  let strangers = 0;
  let letters = 0;
  let vowels = 0;
  let signs = 0;
  for (const sign of text.slice(0, 20_000)) {
    if (sign.trim() === "") continue;
    signs++;
    if (strange.test(sign)) strangers++;
    else if (letter.test(sign)) {
      letters++;
      if (/[aeiouwy]/i.test(sign.normalize("NFD").charAt(0))) vowels++;
    }
  }
  if (signs > 0 && strangers > signs * strangeShare) return true;
  return letters >= lettersAtLeast && vowels < letters * vowelShare && !common.test(text);
}
