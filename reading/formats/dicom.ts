import { Inflate } from "fflate";
import { latin1 } from "../kinds.ts";
import type { Taken } from "../taken.ts";
import { dicomText } from "./dicom-names.ts";

/** Attributes that name a patient (DICOM PS3.6), as the detector writes them. */
const attributes: Readonly<Record<number, string>> = {
  16: "PatientName",
  32: "Patient ID",
  48: "Date of birth",
  50: "Time of birth",
  4096: "Other patient IDs",
  4160: "Address",
  8532: "Telephone",
};

/** Bytes before the pixels in which the patient's attributes stand. */
const headAtMost = 256 * 1024;
/** Packed bytes that are unpacked at a time: a thousand times more may come out. */
const packedAtATime = 1_024;
const explicitly = /^[A-Z]{2}$/;
const longForms = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);

/** Groups: about the file itself, of the patient, of the pixels, and what begins and ends an item or a sequence (PS3.5, 7.5). */
const groups = { file: 2, patient: 0x10, pixels: 0x7fe0, delimiters: 0xfffe } as const;
const itemBegin = 0xe000;
const sequenceEnd = 0xe0dd;
const toldNoLength = 0xffffffff;
/** How the data set behind the file's own group is written (PS3.5, annex A), where it is otherwise than in little endian. */
const syntaxes = { bigEndian: "1.2.840.10008.1.2.2", deflated: "1.2.840.10008.1.2.1.99" } as const;

/** Sequences that are open in one another; a file with more is cut there. */
const openAtMost = 40;

interface Element {
  readonly group: number;
  readonly number: number;
  /** Sequences that it stands in. */
  readonly depth: number;
  readonly at: number;
  readonly length: number;
}

/**
 * Who a DICOM file says it shows. Its picture is not read, and a name may be burnt into it: that is
 * said.
 */
export async function readDicom(file: Blob): Promise<Taken> {
  const head = new Uint8Array(await file.slice(0, headAtMost).arrayBuffer());
  const lines = [...namesIn(head)];
  return {
    text: lines.map((line) => (line.startsWith("PatientName") ? `DICOM ${line}` : line)).join("\n"),
    format: "dicom",
    read: { unit: "part", done: 0, of: 1 },
    unreadable: "picture",
  };
}

/** The patient's attributes; where the file itself has none, those that its sequences hold. */
function namesIn(head: Uint8Array): readonly string[] {
  const from = isBare(head) ? 0 : 132;
  const syntax = from === 0 ? "" : syntaxOf(head, from);
  const begin = from === 0 ? 0 : dataBegin(head, from);
  const data =
    syntax === syntaxes.deflated ? unpacked(head.subarray(begin)) : head.subarray(begin, head.length);
  const outside: string[] = [];
  const inside: string[] = [];
  let charset = "";
  for (const { group, number, depth, at, length } of elementsOf(data, syntax !== syntaxes.bigEndian)) {
    if (group > groups.patient && depth === 0 && outside.length > 0) break;
    const value = data.subarray(at, at + Math.min(length, 200));
    if (group === 8 && number === 5) charset = latin1(value).replace(/\0/g, "").trim();
    const name = group === groups.patient ? attributes[number] : undefined;
    if (name !== undefined && length > 0)
      (depth === 0 ? outside : inside).push(`${name}: ${dicomText(value, charset)}`);
  }
  return outside.length > 0 ? outside : inside;
}

/** Goes over a data set's elements, those of its sequences too, up to its pixels. */
function* elementsOf(data: Uint8Array, isLittle: boolean): Generator<Element> {
  const bytes = new DataView(data.buffer, data.byteOffset, data.byteLength);
  /** Where each open sequence ends; Infinity where it told no length. */
  const ends: number[] = [];
  for (let place = 0; place + 8 <= data.length; ) {
    while (ends.length > 0 && (ends.at(-1) ?? 0) <= place) ends.pop();
    const group = bytes.getUint16(place, isLittle);
    const number = bytes.getUint16(place + 2, isLittle);
    if (group === groups.delimiters) {
      if (number === sequenceEnd) ends.pop();
      const length = number === itemBegin ? bytes.getUint32(place + 4, isLittle) : 0;
      // What stands in an item of a sequence is looked at; an item of anything else is passed over.
      place += ends.length > 0 || length === toldNoLength ? 8 : 8 + length;
      continue;
    }
    if (group >= groups.pixels) return;
    const kind = latin1(data.subarray(place + 4, place + 6));
    const isExplicit = explicitly.test(kind);
    const isLong = isExplicit && longForms.has(kind);
    const head = isLong ? 12 : 8;
    if (place + head > data.length) return;
    const length =
      isExplicit && !isLong
        ? bytes.getUint16(place + 6, isLittle)
        : bytes.getUint32(place + head - 4, isLittle);
    const at = place + head;
    const isSequence =
      kind === "SQ" || length === toldNoLength || (!isExplicit && beginsItem(bytes, at, isLittle));
    if (isSequence) {
      if (ends.length >= openAtMost) return;
      ends.push(length === toldNoLength ? Number.POSITIVE_INFINITY : at + length);
      place = at;
      continue;
    }
    if (at + length > data.length) return;
    yield { group, number, depth: ends.length, at, length };
    place = at + length;
  }
}

/** Whether an item begins at a place: in implicit form that alone says that an element is a sequence. */
const beginsItem = (bytes: DataView, at: number, isLittle: boolean): boolean =>
  at + 4 <= bytes.byteLength &&
  bytes.getUint16(at, isLittle) === groups.delimiters &&
  bytes.getUint16(at + 2, isLittle) === itemBegin;

/** Where the file's own group ends; it is always in explicit little endian. */
function dataBegin(head: Uint8Array, from: number): number {
  let end = from;
  for (const { group, at, length } of elementsOf(head.subarray(from), true)) {
    if (group !== groups.file) break;
    end = from + at + length;
  }
  return end;
}

function syntaxOf(head: Uint8Array, from: number): string {
  for (const { group, number, at, length } of elementsOf(head.subarray(from), true)) {
    if (group !== groups.file) break;
    if (number === 0x10) return latin1(head.subarray(from + at, from + at + length)).replace(/[\0\s]/g, "");
  }
  return "";
}

/** The beginning of a deflated data set, as far as is looked at. */
function unpacked(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    for (let from = 0; from < packed.length && size < headAtMost; from += packedAtATime)
      inflate.push(packed.subarray(from, from + packedAtATime), from + packedAtATime >= packed.length);
  } catch {
    // What came before the damage is looked at.
  }
  const data = new Uint8Array(Math.min(size, headAtMost));
  let place = 0;
  for (const chunk of chunks) {
    data.set(chunk.subarray(0, data.length - place), place);
    place = Math.min(data.length, place + chunk.length);
  }
  return data;
}

/** Whether a data set begins at once, without the preamble that PS3.10 asks for. */
const isBare = (head: Uint8Array) => head.length < 132 || latin1(head.subarray(128, 132)) !== "DICM";
