import { Unreadable } from "../budget.ts";
import { headLength, type Kind, kindOf } from "../kinds.ts";
import { type Inside, oneOf } from "../taken.ts";

/** Files that one text may carry, and letters of Base64 that such a file has at least. */
const filesAtMost = 50;
const lettersAtLeast = 80;
/** Letters of Base64 from which what is no kind of file that anybody knows is a part that was not read. */
const unknownFrom = 1_000;

/** The bytes that Base64 stands for; nothing of what is none (RFC 4648). */
export function bytesOfBase64(letters: string): Uint8Array | undefined {
  const clean = letters
    .replace(/[^A-Za-z0-9+/_-]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  try {
    const binary = atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
    const bytes = new Uint8Array(binary.length);
    for (let place = 0; place < binary.length; place++) bytes[place] = binary.charCodeAt(place);
    return bytes;
  } catch {
    return undefined;
  }
}

/** The files of `data:` addresses (RFC 2397) in a text. */
export function blobsOfData(text: string): Inside[] {
  const found: Inside[] = [];
  const address = /data:([\w.+/-]{0,100})((?:;[\w=.-]{1,60}){0,5}),([^"'\s)<>]*)/gi;
  for (const [, , how = "", data = ""] of text.matchAll(address)) {
    if (found.length >= filesAtMost) break;
    const bytes = /;base64/i.test(how)
      ? bytesOfBase64(unpercent(data))
      : new TextEncoder().encode(unpercent(data));
    if (bytes && bytes.length > 0) found.push(oneOf(bytes));
  }
  return found;
}

function unpercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Letters that a line of Base64 has at least to begin a run, and that a further line of it has. */
const lineAtLeast = 60;
const furtherAtLeast = 4;

const isLetter = (code: number) =>
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  code === 43 ||
  code === 47;

/** Where the letters that begin at a place end. */
function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLetter(text.charCodeAt(at))) at++;
  return at;
}

/** Blanks that a further line of letters may begin with, as mail folds and as markup is laid out. */
const indentAtMost = 40;

/** Where a further line of letters begins: after a line end, and blanks. */
function nextLine(text: string, at: number): number {
  let next = at;
  if (text[next] === "\r") next++;
  if (text[next] !== "\n") return -1;
  next++;
  const most = next + indentAtMost;
  while (next < most && (text[next] === " " || text[next] === "\t")) next++;
  return next;
}

/** Runs of Base64, in one line or in lines as mail has them. Walked, since a pattern gives up on a run of megabytes. */
function* runsOf(text: string): Generator<{ readonly letters: string; readonly at: number }> {
  for (let at = 0; at < text.length; ) {
    let end = lettersEnd(text, at);
    if (end - at < lineAtLeast) {
      at = end + 1;
      continue;
    }
    for (;;) {
      const next = nextLine(text, end);
      const further = next === -1 ? -1 : lettersEnd(text, next);
      if (further - next < furtherAtLeast) break;
      end = further;
    }
    yield { letters: text.slice(at, end), at };
    at = end + 1;
  }
}

/** What stands before keys, certificates and signatures, which hold nothing of a person (RFC 7468). */
const ofKeys =
  /-----BEGIN [A-Z0-9 ]{0,60}(?:CERTIFICATE|KEY|SIGNATURE|PARAMETERS|CRL)[A-Z0-9 ]{0,20}-----[\s\S]{0,200}$/;

/** Letters of both sizes and figures among each other: what is of one size alone is a code or a sequence, no Base64. */
const isMixed = (letters: string) => /[a-z]/.test(letters) && /[A-Z]/.test(letters) && /\d/.test(letters);
/** Whether it is a certificate of X.509 (RFC 5280, 4.1: a sequence that begins with version 3), which names a machine or a firm. */
const isCertificate = (head: Uint8Array) =>
  head[0] === 0x30 && [0xa0, 0x03, 0x02, 0x01, 0x02].every((byte, place) => head[8 + place] === byte);

/** Share of signs beyond ASCII from which what no UTF-8 is doesn’t count as a text. */
const strangeFrom = 0.3;

/** What kind of file some bytes begin, where a text is one only if it reads as one. */
function kindWritten(head: Uint8Array): Kind {
  const kind = kindOf(head.subarray(0, headLength));
  if (kind !== "text") return kind;
  const strange = head.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  if (strange < head.length * strangeFrom) return kind;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return kind;
  } catch {
    return "unknown";
  }
}

/**
 * Whether all of it is digits of sixteen and blanks. Walked: a pattern's greedy loop over megabytes runs out of stack once V8 has
 * stopped to optimise patterns, as it does where it holds many.
 */
function isHexadecimal(letters: string): boolean {
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    const isDigit = (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
    if (!isDigit && code !== 32 && (code < 9 || code > 13)) return false;
  }
  return letters !== "";
}

/** The bytes that digits of sixteen stand for. */
export function bytesOfHex(letters: string): Uint8Array {
  const digits = letters.replace(/[^0-9a-f]/gi, "");
  const bytes = new Uint8Array(Math.floor(digits.length / 2));
  for (let place = 0; place < bytes.length; place++)
    bytes[place] = Number.parseInt(digits.slice(place * 2, place * 2 + 2), 16);
  return bytes;
}

/**
 * Files and texts that a text carries as Base64, or as digits of sixteen: reports in HL7 and FHIR, photos of vCards, letters
 * that a program packed. Of a long run that is neither it is said that it was not read; a short one is an address or a key.
 */
export function filesWithin(text: string): Inside[] {
  const found: Inside[] = [];
  for (const { letters, at } of runsOf(text)) {
    if (letters.length < lettersAtLeast) continue;
    const isHex = isHexadecimal(letters);
    const bytesOf = isHex ? bytesOfHex : bytesOfBase64;
    const head = bytesOf(letters.slice(0, 2_000));
    const kind = head && kindWritten(head);
    if (!kind || kind === "font" || isCertificate(head)) continue;
    if (kind === "unknown") {
      const isOne = !isHex && letters.length >= unknownFrom && isMixed(letters.slice(0, unknownFrom));
      if (isOne && !ofKeys.test(text.slice(Math.max(0, at - 300), at)))
        found.push(() => Promise.reject(new Unreadable("part")));
      if (found.length >= filesAtMost) return found;
      continue;
    }
    if (found.length >= filesAtMost) return [...found, () => Promise.reject(new Unreadable("too-large"))];
    const bytes = bytesOf(letters);
    if (bytes) found.push(oneOf(bytes));
  }
  return found;
}
