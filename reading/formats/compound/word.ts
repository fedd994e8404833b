import { Unreadable } from "../../budget.ts";
import { type Streams, utf16, viewOf, windows } from "./streams.ts";

/** Places in the head of a Word document (MS-DOC 2.5.1, FIB of Word 97 and later). */
const flagsAt = 0x0a;
const pieceTableAt = 0x01a2;
const encrypted = 0x0100;
const secondTable = 0x0200;
const pieceTable = 0x02;

/**
 * The words of a document of Word 97 to 2003: main text, footnotes, headers, remarks and text boxes, which follow each
 * other in one text that is kept in pieces (MS-DOC 2.4.1).
 *
 * @throws {Unreadable} `locked` where it is encrypted, `damaged`, or `unknown-kind` for Word 6 and 95.
 */
export function wordText(streams: Streams): string {
  const document = streams.get("WordDocument") ?? new Uint8Array();
  if (document.length < pieceTableAt + 8) throw new Unreadable("damaged");
  const head = viewOf(document);
  const flags = head.getUint16(flagsAt, true);
  if (flags & encrypted) throw new Unreadable("locked");
  if (head.getUint16(2, true) < 0x00c1) throw new Unreadable("unknown-kind");
  const table = streams.get(flags & secondTable ? "1Table" : "0Table");
  const at = head.getUint32(pieceTableAt, true);
  const length = head.getUint32(pieceTableAt + 4, true);
  if (table === undefined || length === 0 || at + length > table.length) throw new Unreadable("damaged");
  return tidied(piecesOf(table.subarray(at, at + length), document));
}

function piecesOf(clx: Uint8Array, document: Uint8Array): string {
  const view = viewOf(clx);
  let place = 0;
  // Runs of formatting come first.
  while (clx[place] === 0x01 && place + 3 <= clx.length) place += 3 + view.getUint16(place + 1, true);
  if (clx[place] !== pieceTable || place + 5 > clx.length) throw new Unreadable("damaged");
  const size = view.getUint32(place + 1, true);
  const from = place + 5;
  const count = Math.floor((size - 4) / 12);
  if (size < 16 || from + size > clx.length) throw new Unreadable("damaged");
  const texts: string[] = [];
  let left = document.length;
  for (let piece = 0; piece < count; piece++) {
    const signs = view.getUint32(from + (piece + 1) * 4, true) - view.getUint32(from + piece * 4, true);
    const where = view.getUint32(from + (count + 1) * 4 + piece * 8 + 2, true);
    const isNarrow = (where & 0x40000000) !== 0;
    const start = isNarrow ? (where & 0x3fffffff) / 2 : where & 0x3fffffff;
    const end = start + signs * (isNarrow ? 1 : 2);
    left -= end - start;
    if (signs < 0 || left < 0 || end > document.length) throw new Unreadable("damaged");
    const bytes = document.subarray(start, end);
    texts.push(isNarrow ? windows(bytes) : utf16(bytes));
  }
  return texts.join("");
}

/** What a field does stands between these, before what it shows (MS-DOC 2.8.25). */
const fieldBegins = "\u0013";
const fieldShows = "\u0014";
/** Longest instruction of a field that is left out; what is longer is no field. */
const fieldAtMost = 2_000;

/** Paragraphs as lines, cells as columns; what a field does is left out, what it shows stays (MS-DOC 2.4.3). */
function tidied(text: string): string {
  const out: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    const code = sign.charCodeAt(0);
    if (sign === fieldBegins) {
      const shows = text.slice(at, at + fieldAtMost).indexOf(fieldShows);
      if (shows !== -1) at += shows;
    } else if (code === 0x0d || code === 0x0b || code === 0x0c) out.push("\n");
    else if (code === 0x07 || code === 0x09) out.push("\t");
    else if (code >= 0x20) out.push(sign === "\u00a0" ? " " : sign);
  }
  return out.join("");
}
