/** Letters that a text has at least for their shares to tell anything. */
const lettersAtLeast = 60;
/** Share of signs that no text shows: controls, and marks of what could not be decoded. */
const strangeShare = 0.05;
/** Share of signs in places for private use, where bullets and boxes to tick stand too. */
const privateShare = 0.3;
/** Letters for each of which a text has one common word at least, if it is one. */
const lettersAWord = 150;
/**
 * How alike the shares of letters must be to those below, as a correlation: 0.5 to 0.8 in texts of English, Welsh, Polish,
 * Turkish, Somali and in clinicians' shorthand, under 0.3 in most of letters that were shifted or swapped.
 */
const alikeFrom = 0.3;

/** How often each letter from a to z stands in languages with Latin letters, in percent; between English and Welsh. */
const usual = [
  9, 1.6, 2.5, 4, 10.5, 1.6, 2.2, 3.5, 7.5, 0.8, 2, 4.5, 2.8, 7, 6.5, 2.2, 0.1, 6, 5.5, 6.2, 3.8, 1, 2, 0.2,
  2.5, 1,
];

const strange = /[\p{Cc}\ufffd]/u;
const ofPrivateUse = /\p{Co}/u;
/** Words that stand in nearly every text of some lines, in English and Welsh. */
const common = /\b(?:the|and|to|of|in|for|is|with|on|at|by|from|your|you|yr|yn|ar|am)\b/gi;

/**
 * Whether a text layer is not what the page shows: fonts without a map to letters, or with a wrong one, give other signs.
 * A text in other letters than Latin ones is judged by its strange signs alone.
 */
export function isGarbled(text: string): boolean {
  const counts = { signs: 0, strange: 0, private: 0, letters: 0 };
  const shares = new Array<number>(usual.length).fill(0);
  const beginning = text.slice(0, 20_000);
  for (const sign of beginning) {
    if (sign.trim() === "") continue;
    counts.signs++;
    if (strange.test(sign)) counts.strange++;
    else if (ofPrivateUse.test(sign)) counts.private++;
    const place = sign.normalize("NFD").toLowerCase().charCodeAt(0) - 97;
    if (place < 0 || place >= shares.length) continue;
    counts.letters++;
    shares[place] = (shares[place] ?? 0) + 1;
  }
  if (counts.strange > counts.signs * strangeShare || counts.private > counts.signs * privateShare)
    return true;
  if (counts.letters < lettersAtLeast || alike(shares, usual) >= alikeFrom) return false;
  return (beginning.match(common)?.length ?? 0) < counts.letters / lettersAWord;
}

/** Signs, and different ones, that the text of one font has at least for anything to be told of it. */
const [signsOfAFont, differentOfAFont] = [12, 6];
/** Share of a font's signs in odd words from which it is garbled. */
const oddShare = 0.6;
/** A part of an ordinary word: a name, small or capital letters, a number with its unit, a short code. */
const part = "(?:\\p{Lu}?\\p{Ll}+|\\p{Lu}+s?|\\p{N}+\\p{L}{0,3}|\\p{L}{1,3}\\p{N}+|\\p{Lo}+)";
/** Parts with single signs between them, and signs before and behind. */
const ordinary = new RegExp(
  `^[^\\p{L}\\p{N}]{0,2}${part}(?:[-–—'’./,:&+()_@=]{1,3}${part})*[^\\p{L}\\p{N}]{0,3}$`,
  "u",
);
/** Rules, dots and addresses, which are no words. */
const noWord = /^(\P{L})\1+$|:\/\/|^www\.|\.{3}/u;

/**
 * Whether what one font of a page gives is not what it shows. Symbols and bullets are a few signs that come again and again;
 * of letters and figures that were shifted a line is enough to tell: it is made of words with signs of every kind in them.
 */
export function isGarbledFont(text: string): boolean {
  const signs = text.replace(/\s/g, "");
  if (signs.length < signsOfAFont || new Set(signs).size < differentOfAFont) return false;
  if (isGarbled(text)) return true;
  let odd = 0;
  for (const word of text.slice(0, 20_000).split(/\s+/))
    if (word.length > 2 && word.length < 400 && !noWord.test(word) && !ordinary.test(word))
      odd += word.length;
  return odd >= signs.length * oddShare;
}

/** Pearson's correlation of two rows of numbers. */
function alike(one: readonly number[], other: readonly number[]): number {
  const middle = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / row.length;
  const [mine, theirs] = [middle(one), middle(other)];
  let together = 0;
  let [own, others] = [0, 0];
  one.forEach((value, place) => {
    const [x, y] = [value - mine, (other[place] ?? 0) - theirs];
    together += x * y;
    own += x * x;
    others += y * y;
  });
  return together / Math.sqrt(own * others || 1);
}
