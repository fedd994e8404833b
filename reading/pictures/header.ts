/** What a picture's first bytes say: its format, and its size in points where it stands there. */
export interface PictureHeader {
  readonly format:
    | "png"
    | "jpeg"
    | "gif"
    | "bmp"
    | "webp"
    | "tiff"
    | "heic"
    | "emf"
    | "wmf"
    | "icon"
    | "netpbm";
  readonly width?: number;
  readonly height?: number;
}

const starts = (head: Uint8Array, bytes: readonly number[], at = 0) =>
  bytes.every((byte, place) => head[at + place] === byte);
const word = (head: Uint8Array, at: number, text: string) =>
  starts(
    head,
    [...text].map((sign) => sign.charCodeAt(0)),
    at,
  );

/** Tells a picture by its first bytes (the formats' own specifications); undefined for what is none. */
export function pictureHeader(head: Uint8Array): PictureHeader | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at16 = (at: number, little = false) => (at + 2 <= head.length ? view.getUint16(at, little) : 0);
  const at32 = (at: number, little = false) => (at + 4 <= head.length ? view.getUint32(at, little) : 0);
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
    return { format: "png", width: at32(16), height: at32(20) };
  if (starts(head, [0xff, 0xd8, 0xff])) return { format: "jpeg", ...jpegSize(head, at16) };
  if (word(head, 0, "GIF87a") || word(head, 0, "GIF89a"))
    return { format: "gif", width: at16(6, true), height: at16(8, true) };
  if (word(head, 0, "RIFF") && word(head, 8, "WEBP")) return { format: "webp" };
  if (starts(head, [0x49, 0x49, 42, 0]) || starts(head, [0x4d, 0x4d, 0, 42])) return { format: "tiff" };
  if (word(head, 4, "ftyp") && /^(?:hei[cfxms]|mif1|msf1|avif)$/.test(text(head, 8, 4)))
    return { format: "heic" };
  if (word(head, 0, "BM") && at32(6, true) === 0 && at32(14, true) >= 12 && at32(14, true) <= 124)
    return { format: "bmp", width: at32(18, true), height: Math.abs(view.getInt32(22, true)) };
  if (at32(0, true) === 1 && word(head, 40, " EMF")) return { format: "emf" };
  if (starts(head, [0xd7, 0xcd, 0xc6, 0x9a]) || starts(head, [1, 0, 9, 0, 0, 3])) return { format: "wmf" };
  if (starts(head, [0, 0, 1, 0]) && at16(4, true) > 0 && at16(4, true) < 64) return { format: "icon" };
  if (
    /^P[1-7]\s+(?:#[^\n]{0,200}\n\s*)?\d{1,6}\s+\d{1,6}\s/.test(text(head, 0, 240)) ||
    word(head, 0, "P7\nWIDTH")
  )
    return { format: "netpbm" };
  return undefined;
}

const text = (head: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...head.subarray(at, at + length));

/** The frame of a JPEG (ITU-T T.81, B.2.2), where it stands in the head. */
function jpegSize(head: Uint8Array, at16: (at: number) => number) {
  for (let at = 2; at + 9 < head.length; ) {
    if (head[at] !== 0xff) return {};
    const mark = head[at + 1] ?? 0;
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { height: at16(at + 5), width: at16(at + 7) };
    at += 2 + at16(at + 2);
  }
  return {};
}

/** Points that a picture has at least if a name and a birthday can stand in it: letters of six by nine. */
const narrowest = 100;
const lowest = 9;

/** Whether words can stand in a picture; one whose size is not known is taken to hold them. */
export const mayHoldWords = ({ width, height }: PictureHeader): boolean =>
  width === undefined ||
  height === undefined ||
  (Math.max(width, height) >= narrowest && Math.min(width, height) >= lowest);
