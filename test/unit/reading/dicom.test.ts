import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { judge } from "#domain/detector/judge";
import { read } from "#reading/read";

/** An element in explicit VR little endian (PS3.5, 7.1.2); a length of -1 is told none. */
function element(group: number, number: number, kind: string, value: Buffer, length = value.length): Buffer {
  const isLong = kind === "SQ";
  const head = Buffer.alloc(isLong ? 12 : 8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(number, 2);
  head.write(kind, 4, "ascii");
  if (isLong) head.writeInt32LE(length, 8);
  else head.writeUInt16LE(length, 6);
  return Buffer.concat([head, value]);
}
const delimiter = (number: number) => Buffer.from([0xfe, 0xff, number & 255, number >> 8, 0, 0, 0, 0]);
const endless = Buffer.from([0xfe, 0xff, 0, 0xe0, 0xff, 0xff, 0xff, 0xff]);
const preamble = Buffer.concat([Buffer.alloc(128), Buffer.from("DICM")]);
const charset = element(8, 5, "CS", Buffer.from("ISO_IR 100"));
const modality = element(8, 0x60, "CS", Buffer.from("OT"));
const name = (words: Buffer) => element(0x10, 0x10, "PN", words);
const ada = name(Buffer.from("MOSS^ADA"));
const inside = name(Buffer.from("OTHER^PERSON"));

const syntax = (uid: string) => element(2, 0x10, "UI", Buffer.from(uid));

const verdict = async (...parts: Buffer[]) => {
  const reading = await read(new Blob([new Uint8Array(Buffer.concat(parts))]), { milliseconds: 10_000 });
  return { text: reading.text, format: reading.format, strength: judge(reading).strength };
};
const strong = { text: "DICOM PatientName: MOSS^ADA", format: "dicom", strength: "strong" };

describe("whom a DICOM file shows", () => {
  test("behind a sequence that tells no length, whoever is named in it", async () => {
    const sequence = element(
      8,
      0x1140,
      "SQ",
      Buffer.concat([endless, inside, delimiter(0xe00d), delimiter(0xe0dd)]),
      -1,
    );
    expect(await verdict(preamble, charset, sequence, ada)).toEqual(strong);
  });
  test("without a preamble", async () => {
    expect(await verdict(charset, modality, ada)).toEqual(strong);
  });
  test("in letters of another script", async () => {
    expect((await verdict(preamble, charset, name(Buffer.from([0xf9, 0xf8, 0xe5, 0xef])))).strength).toBe(
      "strong",
    );
  });
  test.each([
    ["Yamada", "\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", "\\ISO 2022 IR 87", "山田^太郎"],
    ["Greek", "\xcd\xdf\xea\xef\xf2", "ISO_IR 126", "Νίκος"],
    ["Hong, with what changes the set", "\x1b$)C\xc8\xab\x1b(B", "\\ISO 2022 IR 149", "홍"],
  ])("in its own character set: %s", async (_, bytes, set, words) => {
    const own = element(8, 5, "CS", Buffer.from(set.length % 2 ? `${set} ` : set));
    const { text, strength } = await verdict(preamble, own, name(Buffer.from(bytes, "latin1")));
    expect(text).toBe(`DICOM PatientName: ${words}`);
    expect(strength).toBe("strong");
  });
  test("in big endian", async () => {
    const big = Buffer.from([0, 0x10, 0, 0x10, 0x50, 0x4e, 0, 8, ...Buffer.from("MOSS^ADA")]);
    expect(await verdict(preamble, syntax("1.2.840.10008.1.2.2\0"), big)).toEqual(strong);
  });
  test("in a deflated data set, however much comes out of it", async () => {
    const packed = deflateRawSync(Buffer.concat([modality, ada, Buffer.alloc(4_000_000)]));
    expect(await verdict(preamble, syntax("1.2.840.10008.1.2.1.99"), packed)).toEqual(strong);
    const damaged = Buffer.concat([packed.subarray(0, 20), Buffer.from("no more of it")]);
    expect((await verdict(preamble, syntax("1.2.840.10008.1.2.1.99"), damaged)).format).toBe("dicom");
  });
  test("in a sequence, where it stands nowhere else", async () => {
    const item = Buffer.concat([endless, ada, delimiter(0xe00d)]);
    const told = await verdict(preamble, modality, element(0x32, 0x1064, "SQ", item));
    expect(told).toEqual(strong);
  });
  test("nobody, where no name stands in it", async () => {
    expect((await verdict(preamble, charset, modality, name(Buffer.from("^^^^")))).strength).toBe(
      "unreadable",
    );
  });
});
