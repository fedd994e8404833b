/** A piece of a text; `why` it is marked, '' where it is not. */
export type Piece = { readonly text: string; readonly why: string };

const isPart = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);

/**
 * A text in pieces, marked wherever one of these words stands whole in it, the longest first.
 *
 * @param marks - By the words as they are written: why they are marked.
 */
export function piecesOf(text: string, marks: ReadonlyMap<string, string>): Piece[] {
  const words = [...marks.keys()].filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let plain = 0;
  for (let at = 0; at < text.length; ) {
    const word = words.find((one) => text.startsWith(one, at) && standsWhole(text, at, one));
    if (word === undefined) {
      at += 1;
      continue;
    }
    if (plain < at) pieces.push({ text: text.slice(plain, at), why: "" });
    pieces.push({ text: word, why: marks.get(word) ?? "" });
    at += word.length;
    plain = at;
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain), why: "" });
  return pieces;
}

/** Not within a longer word: "Ada" is not marked in "Adaptation". */
const standsWhole = (text: string, at: number, word: string): boolean =>
  !(isPart(text[at - 1]) && isPart(word[0])) &&
  !(isPart(text[at + word.length]) && isPart(word[word.length - 1]));
