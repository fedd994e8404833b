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

/** A run of Base64, in one line or in lines of equal length as mail has them. */
const run = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,}(?:\r?\n[ \t]?[A-Za-z0-9+/]{4,})*={0,2}/g;

/**
 * Files that a text carries as Base64: reports in HL7 and FHIR, photos of vCards. Only what begins as a known kind of file
 * counts; any other run of letters is no file.
 */
export function filesWithin(text: string): Inside[] {
  const found: Inside[] = [];
  for (const [letters] of text.matchAll(run)) {
    if (found.length >= filesAtMost) break;
    if (letters.length < lettersAtLeast) continue;
    const head = bytesOfBase64(letters.slice(0, 2_000));
    const kind = head && kindOf(head.subarray(0, headLength));
    if (!kind || kind === "unknown" || kind === "text") continue;
    const bytes = bytesOfBase64(letters);
    if (bytes) found.push(oneOf(bytes));
  }
  return found;
}
