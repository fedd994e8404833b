import { unzlibSync } from "fflate";

const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;
const signature = 0x774f4646; // "wOFF"

/** A font file as TrueType: what is packed is unpacked. */
export const trueType = (bytes: Uint8Array): Uint8Array => (isWoff(bytes) ? unpackWoff(bytes) : bytes);

const isWoff = (bytes: Uint8Array): boolean =>
  bytes.length > woffHeader && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) === signature;

/**
 * A WOFF font as the TrueType file that was packed into it. fontkit reads WOFF too, but unpacks a table again at each
 * glyph: seconds for the emoji.
 *
 * @see https://www.w3.org/TR/WOFF/#FileStructure
 */
function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => tableAt(woff, view, woffHeader + i * woffEntry));
  const start = sfntHeader + count * sfntEntry;
  const font = new Uint8Array(tables.reduce((end, { bytes }) => end + padded(bytes.length), start));
  const out = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, count);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, (count - power) * 16);
  let at = start;
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const entry = sfntHeader + i * sfntEntry;
    out.setUint32(entry, tag);
    out.setUint32(entry + 4, checksum);
    out.setUint32(entry + 8, at);
    out.setUint32(entry + 12, bytes.length);
    font.set(bytes, at);
    at += padded(bytes.length);
  });
  return font;
}

function tableAt(woff: Uint8Array, view: DataView, entry: number) {
  const [offset, packed, length] = [4, 8, 12].map((field) => view.getUint32(entry + field)) as [
    number,
    number,
    number,
  ];
  const stored = woff.subarray(offset, offset + packed);
  const bytes = packed < length ? unzlibSync(stored, { out: new Uint8Array(length) }) : stored;
  return { tag: view.getUint32(entry), checksum: view.getUint32(entry + 16), bytes };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;
