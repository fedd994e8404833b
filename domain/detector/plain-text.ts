/** Letters with marks set apart, ligatures of fonts, and wide letters and digits. */
const composed = /\S[\u0300-\u036f]+|[\ufb00-\ufb06\uff01-\uff5e]/g;

/** A text as recognisers read it, and where each of its places stands in the text that was given. */
export interface PlainText {
  readonly text: string;
  readonly originalOf: (place: number) => number;
}

/**
 * Joins lines that were only wrapped, puts marks together with their letters (NFC), takes ligatures apart and makes wide signs
 * plain, writes digits of other scripts as 0 to 9, so that nothing depends on a page's width or a text's Unicode form.
 */
export function plainText(given: string): PlainText {
  const { text, originalOf } = plainSigns(given);
  return { text: plainDigits(unwrapped(text)), originalOf };
}

/** Signs of a line from which on its end may be one that a mail program or a page made. */
const wrappedFrom = 30;
/** A line of a table: cells, which its end divides. */
const cells = /[\t|;]|\S,\S/;

/**
 * A space for each line's end within a sentence: after a small letter or a comma, before a small letter. No place moves, and no
 * line of a table is joined to the next.
 */
function unwrapped(text: string): string {
  let from = 0;
  let kept = 0;
  let joined = "";
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
    const back = text.charAt(end - 1) === "\r" ? 2 : 1;
    const isInside = /[a-z,]/.test(text.charAt(end - back)) && /[a-z]/.test(text.charAt(end + 1));
    if (isInside && end - from >= wrappedFrom && end - from < 400 && !cells.test(text.slice(from, end))) {
      joined += `${text.slice(kept, end)} `;
      kept = end + 1;
    }
    from = end + 1;
  }
  return kept === 0 ? text : joined + text.slice(kept);
}

/** Where each script's digits begin: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, Gujarati. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6] as const;
const otherDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef]/g;

/** Digits of other scripts as 0 to 9; no place moves. */
function plainDigits(text: string): string {
  return text.replace(otherDigit, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
  });
}

function plainSigns(given: string): PlainText {
  if (!/[\u0300-\u036f\ufb00-\ufb06\uff01-\uff5e]/.test(given))
    return { text: given, originalOf: (place) => place };
  /** Places in the plain text behind each change, and how much longer the given one is up to there. */
  const places: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const text = given.replace(composed, (signs: string, at: number) => {
    const plain = /^[\ufb00-\ufb06\uff01-\uff5e]/.test(signs)
      ? signs.normalize("NFKC")
      : signs.normalize("NFC");
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
