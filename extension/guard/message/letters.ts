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

/** Runs that may be base64, as mail is handed to a server in whole: how many are looked at, and characters of each. */
const encoded = /[a-z0-9+/_-]{40,}/gi;
const encodedMost = 20;
const encodedLongest = 400_000;

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
export const carries = (within: string, text: string): boolean => isCarried(looksIn(within, text));

/** The looks of a text that are found, a bit each: what is sent in pieces is carried by all of them together. */
export function looksIn(within: string, text: string): number {
  if (text === "") return 0;
  if (text.length <= look) return within.includes(text) ? -1 : 0;
  const step = (text.length - look) / (looks - 1);
  let seen = 0;
  for (let at = 0; at < looks; at += 1) {
    const start = Math.round(at * step);
    if (within.includes(text.slice(start, start + look))) seen |= 1 << at;
  }
  return seen;
}

/** Whether so many looks of a text are the text. */
export function isCarried(seen: number): boolean {
  let count = 0;
  for (let at = 0; at < looks; at += 1) count += (seen >> at) & 1;
  return count >= found;
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
  let text = body + decoded(body);
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

/** What stands in a body in base64, as far as it is text. */
function decoded(body: string): string {
  let texts = "";
  let count = 0;
  for (const [run] of body.matchAll(encoded)) {
    count += 1;
    if (count > encodedMost) break;
    try {
      const whole = run
        .slice(0, encodedLongest & ~3)
        .replace(/-/g, "+")
        .replace(/_/g, "/");
      const signs = atob(whole.slice(0, whole.length % 4 === 1 ? -1 : undefined));
      const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
      texts += `\n${new TextDecoder().decode(bytes)}`;
    } catch {
      // It is none: a long word of the page's own.
    }
  }
  return texts;
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
