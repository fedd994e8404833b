/** Letters that no mark can be taken off, as people type them without. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: "ss", ł: "l", đ: "d", ð: "d", ø: "o", æ: "ae", œ: "oe", þ: "th", ı: "i", ŋ: "n", ħ: "h", ŧ: "t" },
};
const otherLetter = /[ßłđðøæœþıŋħŧ]/g;
const marks = /[\u0300-\u036f]/g;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const apostrophe = /['`\u00b4\u2018\u2019\u201b\u02b0-\u02bf]/g;
/** Letters of any script: the domain runs where no pattern knows scripts by name. */
const word = /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff]+/g;

/** Before a name, and no part of it. */
const titles = new Set(
  "mr mrs miss ms mx mstr master dr prof professor sir lady dame lord rev reverend".split(" "),
);
/** Particles that one list writes and another leaves out: Dafydd ap Gwilym, Hassan al-Amin. */
const particles = new Set("ap ab ferch verch al el".split(" "));

/**
 * Words of a name, as they are compared: no capitals, marks, apostrophes or titles, a hyphen parts two words. NFKC and
 * NFC give the same, Turkish dotless and dotted i are one letter, ł is l and ß is ss.
 *
 * @example
 * foldedWords("Mrs Zoë O’Neill-Łuczak"); // ["zoe", "oneill", "luczak"]
 */
export function foldedWords(written: string): readonly string[] {
  const plain = written
    .normalize("NFKC")
    .replace(unseen, "")
    .toLowerCase()
    .replace(otherLetter, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFD")
    .replace(marks, "")
    .replace(apostrophe, "");
  const words = plain.match(word) ?? [];
  while (words.length > 1 && titles.has(words[0] ?? "")) words.shift();
  return words;
}

/**
 * Several words of a name as one: "Mac Donald", "MacDonald" and "McDonald" are alike, "Smith-Jones" and "Smith Jones",
 * "Xiao Ming" and "Xiaoming", "al-Hassan" and "Alhassan".
 */
export function joinedName(words: readonly string[]): string {
  const borne = words.filter((one) => !particles.has(one));
  const joined = (borne.length > 0 ? borne : words).join("");
  return joined.replace(/^mac(?=[a-z]{3})/, "mc").replace(/^[ae]l(?=[a-z]{5})/, "");
}
