/**
 * Reading: what a file says, whatever its name, for the extension, the dashboard and the command `npm run detect`.
 *
 * - `read.ts` is the way in; `kinds.ts` tells a format by a file's first bytes; `formats/` has a reader for each.
 * - A reader answers with `taken.ts`: its own words, the files inside, and why anything was left. `pictures/` looks at
 *   pictures with the eyes that whoever reads brings along (`pictures/eyes.ts`); without them they are said to be left.
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
import { readGzip } from "./formats/gzip.ts";
import { readHtml, readRtf, readXml } from "./formats/marked-up.ts";
import { readText } from "./formats/text.ts";
import { alone, joined } from "./joined.ts";
import { headLength, type Kind, kindOf } from "./kinds.ts";
import type { Inside, Taken } from "./taken.ts";

/** Archives and messages inside each other that are opened. */
const deepest = 5;

/**
 * Reads a file's words, whatever its name. It always answers within its allowance or a little later, and says what it
 * could not read; it never throws for what a file holds.
 */
export async function read(file: Blob, allowance: Allowance, head = headOf(file)): Promise<Reading> {
  return readInside(file, new Budget(allowance), 0, head);
}

/** A file's first bytes, by which it is told what it is. Whoever has many files asks for them before a file's turn comes. */
export function headOf(file: Blob): Promise<Uint8Array> {
  const bytes = file.slice(0, headLength).arrayBuffer();
  const head = bytes.then((all) => new Uint8Array(all));
  head.catch(() => undefined); // said of the file when it is read
  return head;
}

const nothing = (format: string, unreadable: UnreadableReason): Reading => ({
  text: "",
  format,
  read: { unit: "part", done: 0, of: 1 },
  unreadable,
});

async function readInside(
  file: Blob,
  budget: Budget,
  depth: number,
  asked = headOf(file),
  isPart = false,
): Promise<Reading> {
  if (file.size === 0) return nothing("unknown", "empty");
  let kind: Kind = "unknown";
  try {
    budget.check();
    const head = await asked;
    kind = kindOf(head);
    const taken = withinBudget(await readers[kind](file, budget, isPart, head), budget);
    const parts = await readParts(taken, budget, depth);
    const reading = parts.length === 0 ? alone(taken) : joined(taken, parts);
    // A picture in a document may hold no words; anything else that says nothing is said to be empty.
    const isEmpty = reading.unreadable === undefined && reading.text.trim() === "";
    return isEmpty ? { ...reading, unreadable: "empty" } : reading;
  } catch (problem) {
    // What a broken file can make a parser do is not foreseeable; the person is told that it is damaged.
    return nothing(kind, problem instanceof Unreadable ? problem.reason : "damaged");
  }
}

/** A text of which the end was not kept is not whole, whichever reader took it. */
const withinBudget = (taken: Taken, { full }: Budget): Taken =>
  full && taken.unreadable === undefined ? { ...taken, unreadable: "too-large" } : taken;

/** Reads the files inside a file, one after the other, each as far as the budget goes. */
async function readParts(
  { format, inside = [], attached = [] }: Taken,
  budget: Budget,
  depth: number,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  const of = inside.length + attached.length;
  for (const unpacked of inside) readings.push(await readPart(format, unpacked, budget, depth, true));
  for (const unpacked of attached) {
    readings.push(await readPart(format, unpacked, budget, depth, false));
    if (format === "zip") budget.progress({ unit: "part", done: readings.length, of });
  }
  return readings;
}

async function readPart(
  format: string,
  unpacked: Inside,
  budget: Budget,
  depth: number,
  isPart: boolean,
): Promise<Reading> {
  if (depth >= deepest) return nothing("archive", "unknown-kind");
  try {
    const blob = await unpacked();
    return await readInside(blob, budget, depth + 1, headOf(blob), isPart);
  } catch (problem) {
    return nothing(format, problem instanceof Unreadable ? problem.reason : "damaged");
  }
}

/** `isPart`: whether it is part of a document; `head`: its first bytes, which are read already. */
type Reader = (file: Blob, budget: Budget, isPart: boolean, head: Uint8Array) => Promise<Taken>;

/** The reader of each kind. What is heavy is loaded when such a file comes. */
const readers: Readonly<Record<Kind, Reader>> = {
  text: (file, budget, _, head) => readText(file, budget, head),
  html: readHtml,
  xml: readXml,
  rtf: readRtf,
  zip: readArchive,
  gzip: readGzip,
  dicom: readDicom,
  email: async (file, budget) => (await import("./formats/email.ts")).readEmail(file, budget),
  pdf: async (file, budget) => (await import("./formats/pdf.ts")).readPdf(file, budget),
  cfb: async (file, budget) => (await import("./formats/compound.ts")).readCompound(file, budget),
  picture: async (file, budget, isPart) =>
    (await import("./formats/picture.ts")).readPicture(file, budget, isPart),
  // Letters' shapes, and no words.
  font: async () => ({ format: "font", text: "" }),
  unknown: async () => {
    throw new Unreadable("unknown-kind");
  },
};
