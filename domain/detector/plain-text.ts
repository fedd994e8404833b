/** Letters with marks set apart, ligatures of fonts, and wide letters and digits. */
const composed = /[^\s\u0300-\u036f][\u0300-\u036f]+|[\ufb00-\ufb06\uff01-\uff5e]/g;

/** A text as recognisers read it, and where each of its places stands in the text that was given. */
export interface PlainText {
  readonly text: string;
  readonly originalOf: (place: number) => number;
}

/**
 * Puts marks together with their letters (NFC), takes ligatures apart and makes wide signs plain, so that nothing depends on
 * a text's Unicode form. Most texts stay what they are.
 */
export function plainText(given: string): PlainText {
  if (!/[\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e]/.test(given)) return { text: given, originalOf: (place) => place };
  /** Places in the plain text behind each change, and how much longer the given one is up to there. */
  const places: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const text = given.replace(composed, (signs: string, at: number) => {
    const plain = /^[\ufb00-\ufb06\uff01-\uff5e]/.test(signs) ? signs.normalize("NFKC") : signs.normalize("NFC");
    if (plain.length !== signs.length) {
      places.push(at - shift + plain.length);
      shift += signs.length - plain.length;
      shifts.push(shift);
    }
    return plain;
  });
  const originalOf = (place: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return place + (low === 0 ? 0 : (shifts[low - 1] ?? 0));
  };
  return { text, originalOf };
}
