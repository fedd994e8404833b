import { Unreadable } from "../../budget.ts";
import { type Streams, utf16, viewOf, windows } from "./streams.ts";

/** Kinds of records that hold words (MS-PPT 2.13.24): UTF-16, the low bytes of it, and plain strings. */
const wide = 0x0fa0;
const narrow = 0x0fa8;
const plain = 0x0fba;
/** Records inside each other that are looked into. */
const deepest = 20;

/**
 * The words of a presentation of PowerPoint 97 to 2003, in the order of the file.
 *
 * @throws {Unreadable} `locked` where it is encrypted, `damaged` where its records don't fit in each other.
 */
export function slidesText(streams: Streams): string {
  const user = streams.get("Current User");
  // The mark of an encrypted presentation (MS-PPT 2.3.2).
  if (user && user.length >= 16 && viewOf(user).getUint32(12, true) === 0xf3d1c4df)
    throw new Unreadable("locked");
  const bytes = streams.get("PowerPoint Document") ?? new Uint8Array();
  const texts: string[] = [];
  walk(bytes, 0, texts);
  return texts.join("\n");
}

function walk(bytes: Uint8Array, depth: number, texts: string[]): void {
  const view = viewOf(bytes);
  for (let place = 0; place + 8 <= bytes.length; ) {
    const isContainer = (view.getUint16(place, true) & 0x0f) === 0x0f;
    const kind = view.getUint16(place + 2, true);
    const end = place + 8 + view.getUint32(place + 4, true);
    if (end > bytes.length) throw new Unreadable("damaged");
    const content = bytes.subarray(place + 8, end);
    if (isContainer && depth < deepest) walk(content, depth + 1, texts);
    else if (kind === wide || kind === plain) texts.push(inLines(utf16(content)));
    else if (kind === narrow) texts.push(inLines(windows(content)));
    place = end;
  }
}

/** Paragraphs end with a return, lines within them with a vertical tab. */
const inLines = (text: string) => text.replaceAll("\r", "\n").replaceAll("\v", "\n");
