import { latin1 } from "../kinds.ts";
import type { PictureHeader } from "./header.ts";

/** What the file of a picture holds beside the picture that is looked at. */
export interface Beside {
  /** What a person or a program wrote into it. */
  readonly words: string;
  /** Whether further pictures follow the first one, which is all that is looked at. */
  readonly moves: boolean;
  /** Where the picture ends; what follows is another file. */
  readonly end: number;
}

/** Bytes of one piece of a picture’s data that are looked through for words, and pieces of a file. */
const [pieceAtMost, piecesAtMost] = [256 * 1024, 100_000];

/** Goes through the pieces of a picture's file. Of a format that isn't known here nothing is told. */
export function besidePicture(bytes: Uint8Array, format: PictureHeader["format"]): Beside {
  const found = { words: "", moves: false, end: bytes.length };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ways: Partial<Record<PictureHeader["format"], (view: DataView, bytes: Uint8Array) => Beside>> = {
    png: inPng,
    jpeg: inJpeg,
    gif: inGif,
    webp: inWebp,
  };
  try {
    return ways[format]?.(view, bytes) ?? found;
  } catch {
    // It ends in the middle of a piece: whoever unpacks it says so.
    return found;
  }
}

/** Signs, and blanks, of a text from which it is a sentence and no name of a program. */
const [sentenceFrom, blanksOfSentence] = [20, 3];

/** Sentences among the bytes of a piece, without the markup of XMP. */
const sentencesIn = (piece: Uint8Array): string[] =>
  new TextDecoder()
    .decode(piece.subarray(0, pieceAtMost))
    .replace(/<[^<>]{0,2000}>/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they divide what programs write one after the other.
    .split(/[\x00-\x1f\ufffd]+/)
    .map((one) => one.trim())
    .filter((one) => one.length >= sentenceFrom && one.split(" ").length > blanksOfSentence);

/** Chunks of a PNG (W3C, 3rd edition, 11.3.3; 11.3.4 for moving ones). */
function inPng(view: DataView, bytes: Uint8Array): Beside {
  const words: string[] = [];
  let moves = false;
  let at = 8;
  for (let count = 0; at + 12 <= bytes.length && count < piecesAtMost; count++) {
    const length = view.getUint32(at);
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (/^(?:tEXt|iTXt|eXIf)$/.test(kind))
      words.push(...sentencesIn(bytes.subarray(at + 8, at + 8 + length)));
    if (kind === "acTL") moves = view.getUint32(at + 8) > 1;
    at += 12 + length;
    if (kind === "IEND") break;
  }
  return { words: words.join("\n"), moves, end: Math.min(at, bytes.length) };
}

/** Segments of a JPEG (ITU-T T.81, annex B): remarks, EXIF, XMP and IPTC stand before the scan. */
function inJpeg(view: DataView, bytes: Uint8Array): Beside {
  const words: string[] = [];
  let at = 2;
  let scanning = false;
  for (;;) {
    if (scanning) {
      at = bytes.indexOf(0xff, at);
      if (at === -1) return { words: words.join("\n"), moves: false, end: bytes.length };
    }
    const mark = view.getUint8(at + 1);
    // Stuffed bytes and restarts belong to the scan.
    if (mark === 0 || mark === 0xff || (mark >= 0xd0 && mark <= 0xd7)) {
      at += mark === 0xff ? 1 : 2;
      continue;
    }
    if (mark === 0xd9) return { words: words.join("\n"), moves: false, end: at + 2 };
    const length = view.getUint16(at + 2);
    if (mark === 0xfe || mark === 0xe1 || mark === 0xed)
      words.push(...sentencesIn(bytes.subarray(at + 4, at + 2 + length)));
    scanning ||= mark === 0xda;
    at += 2 + length;
  }
}

/** Blocks of a GIF (GIF89a, appendix B). */
function inGif(view: DataView, bytes: Uint8Array): Beside {
  const words: string[] = [];
  const coloursOf = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let pictures = 0;
  let at = 13 + coloursOf(view.getUint8(10));
  for (let count = 0; count < piecesAtMost; count++) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return { words: words.join("\n"), moves: pictures > 1, end: at + 1 };
    const isRemark = kind === 0x21 && view.getUint8(at + 1) === 0xfe;
    if (kind === 0x2c) pictures++;
    at += kind === 0x2c ? 11 + coloursOf(view.getUint8(at + 9)) : 2;
    const from = at;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    if (isRemark) words.push(...sentencesIn(bytes.subarray(from + 1, at)));
    at++;
  }
  return { words: words.join("\n"), moves: true, end: bytes.length };
}

/** Chunks of a WebP (RFC 9649). */
function inWebp(view: DataView, bytes: Uint8Array): Beside {
  const words: string[] = [];
  let moves = false;
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  let at = 12;
  for (let count = 0; at + 8 <= end && count < piecesAtMost; count++) {
    const kind = latin1(bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (kind === "EXIF" || kind === "XMP ")
      words.push(...sentencesIn(bytes.subarray(at + 8, at + 8 + length)));
    if (kind === "ANIM") moves = true;
    at += 8 + length + (length % 2);
  }
  return { words: words.join("\n"), moves, end };
}
