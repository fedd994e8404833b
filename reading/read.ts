/**
 * Reading: what a file says, whatever its name, for the extension, the dashboard and the command `npm run detect`.
 *
 * - `read.ts` is the way in; `kinds.ts` tells a format by a file's first bytes; `formats/` has a reader for each.
 * - `budget.ts` bounds what one file may take in time, text and unpacked bytes; `joined.ts` makes one reading of a file
 *   that holds others. A reading is in the domain's words (`#domain/detector/verdict`); judging it is the domain's part.
 * - It runs in a browser's worker and in Node: no DOM, nothing of `node:`, a file is a `Blob`. It imports the domain and
 *   libraries alone.
 * - A reader that hangs or takes all memory is ended from outside: by `extension/detector/client.ts`, by
 *   `scripts/detect/reader.ts`. PDF.js weighs a megabyte: what is heavy is loaded when
 *   such a file comes (`await import`), so that a worker is ready soon.
 */
import type { Reading, UnreadableReason } from "#domain/detector/verdict";
import { type Allowance, Budget, Unreadable } from "./budget.ts";
import { readArchive } from "./formats/archive.ts";
import { readDicom } from "./formats/dicom.ts";
import { takeApart } from "./formats/email.ts";
import { htmlText, xmlText } from "./formats/markup.ts";
import { rtfText } from "./formats/rtf.ts";
import { decode, readText } from "./formats/text.ts";
import { joined } from "./joined.ts";
import { headLength, type Kind, kindOf } from "./kinds.ts";

/** Bytes of a marked-up or rich text that are taken into memory at once. */
const wholeAtMost = 12 * 1024 * 1024;
/** Bytes of a message that are taken into memory: more than mail servers let through (RFC 5321 sets no bound). */
const messageAtMost = 48 * 1024 * 1024;
/** Archives and messages inside each other that are opened. */
const deepest = 3;

/**
 * Reads a file's words, whatever its name. It always answers within its allowance or a little later, and says what it
 * could not read; it never throws for what a file holds.
 */
export async function read(file: Blob, allowance: Allowance): Promise<Reading> {
  return readInside(file, new Budget(allowance), 0);
}

const nothing = (format: string, unreadable: UnreadableReason): Reading => ({
  text: "",
  format,
  read: { unit: "part", done: 0, of: 1 },
  unreadable,
});

async function readInside(file: Blob, budget: Budget, depth: number): Promise<Reading> {
  if (file.size === 0) return nothing("unknown", "empty");
  let kind: Kind = "unknown";
  try {
    budget.check();
    kind = kindOf(new Uint8Array(await file.slice(0, headLength).arrayBuffer()));
    const reading = await readers[kind](file, budget, depth);
    const isEmpty = reading.unreadable === undefined && reading.text.trim() === "";
    return isEmpty ? { ...reading, unreadable: "empty" } : reading;
  } catch (problem) {
    // What a broken file can make a parser do is not foreseeable; the person is told that it is damaged.
    return nothing(kind, problem instanceof Unreadable ? problem.reason : "damaged");
  }
}

type Reader = (file: Blob, budget: Budget, depth: number) => Promise<Reading>;

/**
 * Reads a text that has to be whole to be understood; of a larger one only the beginning.
 *
 * @param ending What the format ends with; without it the file was cut short.
 */
const markedUp =
  (format: string, words: (text: string) => string, ending?: RegExp): Reader =>
  async (file, budget) => {
    const bytes = new Uint8Array(await file.slice(0, wholeAtMost).arrayBuffer());
    const source = decode(bytes);
    const text = budget.takeText(words(source));
    const tooLarge = file.size > wholeAtMost || budget.full;
    const unreadable = tooLarge
      ? "too-large"
      : ending?.test(source.slice(-200)) === false
        ? "damaged"
        : undefined;
    return {
      text,
      format,
      read: {
        unit: "byte",
        done: unreadable ? Math.min(bytes.length, file.size - 1) : file.size,
        of: file.size,
      },
      ...(unreadable && { unreadable }),
    };
  };

const inner = (depth: number) => (file: Blob, budget: Budget) =>
  depth < deepest ? readInside(file, budget, depth + 1) : Promise.resolve(nothing("archive", "unknown-kind"));

const readEmail: Reader = async (file, budget, depth) => {
  if (file.size > messageAtMost) throw new Unreadable("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { text, attachments } = takeApart(new TextDecoder("iso-8859-1").decode(bytes));
  const readings: Reading[] = [];
  for (const attachment of attachments) readings.push(await inner(depth)(new Blob([attachment]), budget));
  return joined("email", budget.takeText(text), readings);
};

const readers: Readonly<Record<Kind, Reader>> = {
  text: readText,
  html: markedUp("html", htmlText),
  xml: markedUp("xml", xmlText, />\s*$/),
  rtf: markedUp("rtf", rtfText, /\}[\s\0]*$/),
  email: readEmail,
  pdf: async (file, budget) => (await import("./formats/pdf.ts")).readPdf(file, budget),
  zip: (file, budget, depth) => readArchive(file, budget, inner(depth)),
  dicom: readDicom,
  cfb: async (file) => {
    // An encrypted office document is such a container, with one entry of this name (MS-OFFCRYPTO 2.3.4).
    const head = latin1Of(await file.slice(0, 4 * 1024 * 1024).arrayBuffer());
    throw new Unreadable(
      head.includes("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e") ? "locked" : "unknown-kind",
    );
  },
  unknown: async () => {
    throw new Unreadable("unknown-kind");
  },
};

const latin1Of = (bytes: ArrayBuffer) => new TextDecoder("iso-8859-1").decode(bytes);
