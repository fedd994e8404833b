import { Unreadable } from "../budget.ts";
import { type Inside, oneOf } from "../taken.ts";
import { bytesOfBase64, filesWithin } from "./base64.ts";
import { unescapeReferences } from "./markup.ts";

/** Places that are written in another way from which a text is taken to be written so. */
const placesAtLeast = 10;
/** Signs in which one such place stands at least. */
const signsAPlace = 100;

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Ways of writing letters as other signs, each with what undoes it. */
const ways: readonly (readonly [place: RegExp, undo: (text: string) => string])[] = [
  // Quoted-printable (RFC 2045, 6.7), as mail and old vCards have it.
  [/=[0-9A-F]{2}/g, (text) => inBytes(text.replace(/=[ \t]*\r?\n/g, ""), "=")],
  // Addresses of the web (RFC 3986, 2.1).
  [/%[0-9A-Fa-f]{2}/g, (text) => inBytes(text, "%")],
  // Strings of JSON and of programs.
  [
    /\\u[0-9a-fA-F]{4}/g,
    (text) =>
      text.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16))),
  ],
  [/&#(?:\d{2,6}|x[0-9a-fA-F]{2,5});/g, unescapeReferences],
];

/** Each run of bytes that are written as a mark and two digits, as the letters that they are in UTF-8. */
function inBytes(text: string, mark: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at)) {
    const bytes: number[] = [];
    const begin = at;
    for (; text[at] === mark; at += 3) {
      const digits = text.slice(at + 1, at + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) break;
      bytes.push(Number.parseInt(digits, 16));
    }
    if (bytes.length === 0) at++;
    else {
      parts.push(text.slice(from, begin), utf8(Uint8Array.from(bytes)));
      from = at;
    }
  }
  return parts.join("") + text.slice(from);
}

/**
 * What a text holds that isn’t written in plain letters: files in it, and once more the text itself where letters of it stand
 * as other signs.
 */
export function encodedIn(text: string): Inside[] {
  const again = ways.flatMap(([place, undo]) => (isWrittenSo(text, place) ? [inText(undo(text))] : []));
  return [...again, ...filesWithin(text), ...unixFiles(text), ...otherFiles(text)];
}

const inText = (text: string): Inside => oneOf(new TextEncoder().encode(text));

function isWrittenSo(text: string, place: RegExp): boolean {
  const least = Math.max(placesAtLeast, text.length / signsAPlace);
  place.lastIndex = 0;
  let count = 0;
  while (count < least && place.test(text)) count++;
  return count >= least;
}

/** Files that one text may hold in the way of Unix. */
const unixAtMost = 50;

/** Files that were written by `uuencode` (IEEE Std 1003.1, the older way and the one with Base64). */
function unixFiles(text: string): Inside[] {
  const files: Inside[] = [];
  const begin = /^begin(-base64)? [0-7]{3,4} [^\r\n]{1,300}\r?\n/gm;
  for (let found = begin.exec(text); found && files.length < unixAtMost; found = begin.exec(text)) {
    const end = text.indexOf(found[1] ? "\n====" : "\nend", begin.lastIndex);
    if (end === -1) return [...files, () => Promise.reject(new Unreadable("damaged"))];
    const body = text.slice(begin.lastIndex, end);
    const bytes = found[1] ? bytesOfBase64(body) : unixBytes(body.split(/\r?\n/));
    if (bytes) files.push(oneOf(bytes));
    begin.lastIndex = end;
  }
  return files;
}

function unixBytes(lines: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  for (const line of lines) {
    const value = (at: number) => ((line.charCodeAt(at) || 32) - 32) & 63;
    const length = line === "" ? 0 : value(0);
    const row: number[] = [];
    for (let at = 1; row.length < length; at += 4)
      row.push(
        ((value(at) << 2) | (value(at + 1) >> 4)) & 255,
        ((value(at + 1) << 4) | (value(at + 2) >> 2)) & 255,
        ((value(at + 2) << 6) | value(at + 3)) & 255,
      );
    for (const byte of row.slice(0, length)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Files in ways that nothing here undoes: yEnc, BinHex, and pages that PostScript draws. */
const others = /^=ybegin .{0,200}\bline=|^\(This file must be converted with BinHex|^%!PS/m;

const otherFiles = (text: string): Inside[] =>
  others.test(text) ? [() => Promise.reject(new Unreadable("part"))] : [];
