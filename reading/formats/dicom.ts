import { latin1 } from "../kinds.ts";
import type { Taken } from "../taken.ts";

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
const explicitly = /^[A-Z]{2}$/;
const longForms = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);

/** Group of what begins and ends an item or a sequence (PS3.5, 7.5), and the length of one that tells none. */
const delimiters = 0xfffe;
const itemBegin = 0xe000;
const sequenceEnd = 0xe0dd;
const toldNoLength = 0xffffffff;

/**
 * Who a DICOM file says it shows. Its picture is not read, and a name may be burnt into it: that is
 * said.
 */
export async function readDicom(file: Blob): Promise<Taken> {
  const bytes = new DataView(await file.slice(0, headAtMost).arrayBuffer());
  const lines: string[] = [];
  /** Sequences that are open and told no length: what stands in them is passed over. */
  let open = 0;
  for (let place = isBare(bytes) ? 0 : 132; place + 8 <= bytes.byteLength; ) {
    const group = bytes.getUint16(place, true);
    const element = bytes.getUint16(place + 2, true);
    if (group === delimiters) {
      if (element === sequenceEnd) open = Math.max(0, open - 1);
      const length = element === itemBegin ? bytes.getUint32(place + 4, true) : 0;
      place += length === toldNoLength ? 8 : 8 + length;
      continue;
    }
    if (group > 0x0010 && open === 0) break;
    const kind = latin1(new Uint8Array(bytes.buffer, place + 4, 2));
    const long = longForms.has(kind);
    const explicit = explicitly.test(kind);
    const head = explicit && long ? 12 : 8;
    if (place + head > bytes.byteLength) break;
    const length =
      explicit && !long ? bytes.getUint16(place + 6, true) : bytes.getUint32(place + head - 4, true);
    const name = group === 0x0010 && open === 0 ? attributes[element] : undefined;
    if (length === toldNoLength) {
      open++;
      place += head;
      continue;
    }
    if (place + head + length > bytes.byteLength) break;
    if (name !== undefined && length > 0) lines.push(`${name}: ${textAt(bytes, place + head, length)}`);
    place += head + length;
  }
  return {
    text: lines.map((line) => (line.startsWith("PatientName") ? `DICOM ${line}` : line)).join("\n"),
    format: "dicom",
    read: { unit: "part", done: 0, of: 1 },
    unreadable: "picture",
  };
}

/** Whether a data set begins at once, without the preamble that PS3.10 asks for. */
const isBare = (bytes: DataView) =>
  bytes.byteLength < 132 || latin1(new Uint8Array(bytes.buffer, 128, 4)) !== "DICM";

const textAt = (bytes: DataView, at: number, length: number) =>
  latin1(new Uint8Array(bytes.buffer, at, Math.min(length, 200)))
    .replace(/[\0\s]+/g, " ")
    .trim();
