/** Letters that no decomposition makes plain. */
const alone: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŀ: "l",
};

const marks = /[\u0300-\u036f]/g;
/** Apostrophes, and signs that nobody sees. */
const inside = /['\u2018\u2019\u02bc\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ascii = /^[a-z]*$/;

/**
 * A word as the lists of names have it: without marks, in small letters.
 *
 * @example
 * plainName("Wójcik"); // "wojcik"
 */
export function plainName(word: string): string {
  const small = word.toLowerCase();
  if (ascii.test(small)) return small;
  return small
    .normalize("NFD")
    .replace(marks, "")
    .replace(inside, "")
    .replace(/[łøđðıßæœþŀ]/g, (letter) => alone[letter] ?? letter);
}
