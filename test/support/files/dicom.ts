import { randomInt } from "node:crypto";
import { fullName, type Patient } from "../people.ts";

/**
 * A DICOM file without picture data: PS3.10 preamble and file meta, then a data set in explicit VR little
 * endian (PS3.5, 7.1.2), as an archive needs it to file a patient, a study and a series.
 */

type Value = readonly [group: number, element: number, representation: string, value: string];

const secondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
const explicitLittleEndian = "1.2.840.10008.1.2.1";

/** Values have an even length: UIDs are filled up with a zero byte, all others with a space (PS3.5, 6.2). */
function element([group, number, representation, value]: Value): Buffer {
  const filler = representation === "UI" ? "\0" : " ";
  const even = Buffer.byteLength(value) % 2 === 0 ? value : value + filler;
  const head = Buffer.alloc(8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(representation, 4, "ascii");
  head.writeUInt16LE(Buffer.byteLength(even), 6);
  return Buffer.concat([head, Buffer.from(even)]);
}

/** OB and UL do not fit the text form above. */
const versionOne = Buffer.from([2, 0, 1, 0, 0x4f, 0x42, 0, 0, 2, 0, 0, 0, 0, 1]);
const groupLength = (length: number) => {
  const bytes = Buffer.from([2, 0, 0, 0, 0x55, 0x4c, 4, 0, 0, 0, 0, 0]);
  bytes.writeUInt32LE(length, 8);
  return bytes;
};

/** An invented UID under the root 2.25, which needs no registration (PS3.5, B.2). */
const uid = () => `2.25.${randomInt(1, 2 ** 47)}${randomInt(1, 2 ** 47)}`;

/** One instance of a new study of this patient, as the bytes of a .dcm file. */
export function dicomFile(patient: Patient): Buffer {
  const instance = uid();
  const meta = Buffer.concat([
    versionOne,
    element([0x0002, 0x0002, "UI", secondaryCapture]),
    element([0x0002, 0x0003, "UI", instance]),
    element([0x0002, 0x0010, "UI", explicitLittleEndian]),
    element([0x0002, 0x0012, "UI", uid()]),
  ]);
  const data: readonly Value[] = [
    [0x0008, 0x0005, "CS", "ISO_IR 192"],
    [0x0008, 0x0016, "UI", secondaryCapture],
    [0x0008, 0x0018, "UI", instance],
    [0x0008, 0x0020, "DA", "20261119"],
    [0x0008, 0x0030, "TM", "103200"],
    [0x0008, 0x0060, "CS", "OT"],
    [0x0008, 0x1030, "LO", "Shoulder ultrasound"],
    [0x0010, 0x0010, "PN", fullName(patient).split(" ").reverse().join("^")],
    [0x0010, 0x0020, "LO", patient.nhs],
    [0x0010, 0x0030, "DA", patient.birth.replaceAll("-", "")],
    [0x0020, 0x000d, "UI", uid()],
    [0x0020, 0x000e, "UI", uid()],
    [0x0020, 0x0013, "IS", "1"],
  ];
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from("DICM"),
    groupLength(meta.length),
    meta,
    ...data.map(element),
  ]);
}
