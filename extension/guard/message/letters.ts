/**
 * Letters and digits alone, in small letters: what a text keeps on its way through quotes, escapes, markup and percent
 * signs. For comparing, never for showing.
 */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters of one look, how many looks there are, and how many of ten must be found. */
const look = 12;
const looks = 10;
const found = 5;

/** Characters of a body that are compared. A person writes less; what is longer carries files. */
export const bodyLongest = 8_000_000;

/**
 * Letters of what is sent, in whichever of the ways pages write a text into a request: as it is, percent-encoded, as JSON, as
 * markup. It is made once a request, however many texts are looked for in it.
 */
export const lettersIn = (body: string): string => lettersOf(plain(body.slice(0, bodyLongest)));

/**
 * Whether what is sent carries a text.
 *
 * @param within - Letters of the body (`lettersIn`).
 * @param text - Letters of the text (`lettersOf`).
 */
export function carries(within: string, text: string): boolean {
  if (text === "") return false;
  if (text.length <= look) return within.includes(text);
  const step = (text.length - look) / (looks - 1);
  let seen = 0;
  for (let at = 0; at < looks; at += 1) {
    const start = Math.round(at * step);
    if (within.includes(text.slice(start, start + look))) seen += 1;
  }
  return seen >= found;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A body without its wrappings. Each is taken off once; a form that holds JSON that holds markup has three. */
function plain(body: string): string {
  let text = body;
  if (/%[0-9a-f]{2}/i.test(text)) text = percentDecoded(text);
  if (text.includes("\\")) text = unescaped(unescaped(text));
  if (/%[0-9a-f]{2}/i.test(text)) text = percentDecoded(text);
  if (text.includes("<")) text = text.replace(/<[^<>]{0,2000}>/g, " ");
  return text.replace(/&(?:#(x?)([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, hex, code, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const point = Number.parseInt(String(code), hex ? 16 : 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : " ";
  });
}

/** Runs of percent signs that are no text stay as they are. */
function percentDecoded(text: string): string {
  return text.replace(/\+/g, " ").replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|([nrtbf"'\\/]))/gi, (_, code, sign) => {
    if (code) return String.fromCharCode(Number.parseInt(String(code), 16));
    return /[nrtbf]/.test(String(sign)) ? " " : String(sign);
  });
