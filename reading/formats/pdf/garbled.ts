/** Letters that a text has at least for its make-up to tell anything. */
const lettersAtLeast = 60;
/** Share of signs that no text shows: controls, and marks of what could not be decoded. */
const strangeShare = 0.05;
/** Share of signs in places for private use, where bullets and boxes to tick stand too. */
const privateShare = 0.3;
/** Vowels of letters: 35 to 50 % in the languages of Europe, 23 % in letters that were shifted or swapped at random. */
const vowelShare = 0.27;
/** Letters for each of which a text has one common word at least, if it is one. */
const lettersAWord = 150;

const letter = /\p{Script=Latin}/u;
const strange = /[\p{Cc}\ufffd]/u;
const ofPrivateUse = /\p{Co}/u;
/** Words that stand in nearly every text of some lines, in English and Welsh. */
const common = /\b(?:the|and|to|of|in|for|is|with|on|at|by|from|your|you|yr|yn|ar|am)\b/gi;

/**
 * Whether a text layer is not what the page shows: fonts without a map to letters, or with a wrong one, give other signs.
 * A text in other letters than Latin ones is judged by its strange signs alone.
 */
export function isGarbled(text: string): boolean {
  const counts = { signs: 0, strange: 0, private: 0, letters: 0, vowels: 0 };
  const beginning = text.slice(0, 20_000);
  for (const sign of beginning) {
    if (sign.trim() === "") continue;
    counts.signs++;
    if (strange.test(sign)) counts.strange++;
    else if (ofPrivateUse.test(sign)) counts.private++;
    else if (letter.test(sign)) {
      counts.letters++;
      if (/[aeiouwy]/i.test(sign.normalize("NFD").charAt(0))) counts.vowels++;
    }
  }
  if (counts.strange > counts.signs * strangeShare || counts.private > counts.signs * privateShare)
    return true;
  if (counts.letters < lettersAtLeast || counts.vowels >= counts.letters * vowelShare) return false;
  return (beginning.match(common)?.length ?? 0) < counts.letters / lettersAWord;
}
