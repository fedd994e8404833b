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

/**
 * Who a DICOM file says it shows. Its picture is not read, and a name may be burnt into it: that is
 * said.
 */
export async function readDicom(file: Blob): Promise<Taken> {
  const bytes = new DataView(await file.slice(0, headAtMost).arrayBuffer());
  const lines: string[] = [];
  for (let place = 132; place + 8 <= bytes.byteLength; ) {
    const group = bytes.getUint16(place, true);
    const element = bytes.getUint16(place + 2, true);
    if (group > 0x0010) break;
    const kind = latin1(new Uint8Array(bytes.buffer, place + 4, 2));
    const long = longForms.has(kind);
    const explicit = explicitly.test(kind);
    const head = explicit && long ? 12 : 8;
    if (place + head > bytes.byteLength) break;
    const length =
      explicit && !long ? bytes.getUint16(place + 6, true) : bytes.getUint32(place + head - 4, true);
    const name = group === 0x0010 ? attributes[element] : undefined;
    if (length === 0xffffffff || place + head + length > bytes.byteLength) break;
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

const textAt = (bytes: DataView, at: number, length: number) =>
  latin1(new Uint8Array(bytes.buffer, at, Math.min(length, 200)))
    .replace(/[\0\s]+/g, " ")
    .trim();
