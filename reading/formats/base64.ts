import { Unreadable } from "../budget.ts";
import { headLength, kindOf } from "../kinds.ts";
import { type Inside, oneOf } from "../taken.ts";

/** Files that one text may carry, and letters of Base64 that such a file has at least. */
const filesAtMost = 50;
const lettersAtLeast = 120;

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

/** Where a further line of letters begins: after a line end, and a space as mail folds with. */
function nextLine(text: string, at: number): number {
  let next = at;
  if (text[next] === "\r") next++;
  if (text[next] !== "\n") return -1;
  next++;
  return text[next] === " " || text[next] === "\t" ? next + 1 : next;
}

/** Runs of Base64, in one line or in lines as mail has them. Walked, since a pattern gives up on a run of megabytes. */
function* runsOf(text: string): Generator<string> {
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
    yield text.slice(at, end);
    at = end + 1;
  }
}

/**
 * Files that a text carries as Base64: reports in HL7 and FHIR, photos of vCards. Only what begins as a known kind of file
 * counts; any other run of letters is no file.
 */
export function filesWithin(text: string): Inside[] {
  const found: Inside[] = [];
  for (const letters of runsOf(text)) {
    if (letters.length < lettersAtLeast) continue;
    const head = bytesOfBase64(letters.slice(0, 2_000));
    const kind = head && kindOf(head.subarray(0, headLength));
    if (!kind || kind === "unknown" || kind === "text") continue;
    if (found.length >= filesAtMost) return [...found, () => Promise.reject(new Unreadable("too-large"))];
    const bytes = bytesOfBase64(letters);
    if (bytes) found.push(oneOf(bytes));
  }
  return found;
}
