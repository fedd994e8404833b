import { CFB, utils, write } from "@e965/xlsx";

/** A compound file of these streams, by their path. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, bytes);
  return new Uint8Array(CFB.write(container, { type: "array" }));
}

const wide = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

/** A document of Word 97: a head, its text in two pieces, and the table that says where they stand. */
export function doc(text: string, flags = 0x0200): Uint8Array {
  const half = Math.floor(text.length / 2);
  const narrow = Buffer.from(text.slice(0, half), "latin1");
  const rest = wide(text.slice(half));
  const start = 0x0400;
  const document = new Uint8Array(start + narrow.length + rest.length);
  document.set(narrow, start);
  document.set(rest, start + narrow.length);
  const head = new DataView(document.buffer);
  head.setUint16(0, 0xa5ec, true);
  head.setUint16(2, 0x00c1, true);
  head.setUint16(0x0a, flags, true);
  const table = new Uint8Array(5 + 12 + 16);
  const view = new DataView(table.buffer);
  table[0] = 0x02;
  view.setUint32(1, 28, true);
  [0, half, text.length].forEach((place, at) => {
    view.setUint32(5 + at * 4, place, true);
  });
  view.setUint32(17 + 2, (start * 2) | 0x40000000, true);
  view.setUint32(25 + 2, start + narrow.length, true);
  head.setUint32(0x01a2, 0, true);
  head.setUint32(0x01a6, table.length, true);
  return compoundOf({ WordDocument: document, "1Table": table });
}

const record = (kind: number, content: Uint8Array, isContainer = false) => {
  const bytes = new Uint8Array(8 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, isContainer ? 0x0f : 0, true);
  view.setUint16(2, kind, true);
  view.setUint32(4, content.length, true);
  bytes.set(content, 8);
  return bytes;
};

/** A presentation of PowerPoint 97 with one slide. */
export const ppt = (text: string): Uint8Array =>
  compoundOf({ "PowerPoint Document": record(0x03ee, record(0x0fa0, wide(text)), true) });

/** A message of Outlook, with a file that hangs on it. */
export const msg = (subject: string, body: string, attached?: Uint8Array): Uint8Array =>
  compoundOf({
    "__properties_version1.0": new Uint8Array(32),
    "__substg1.0_0037001F": wide(subject),
    "__substg1.0_1000001F": wide(body),
    ...(attached && { "__attach_version1.0_#00000000/__substg1.0_37010102": attached }),
  });

/** A table in one of the formats that the library writes. */
export function table(
  rows: readonly (readonly string[])[],
  bookType: "biff8" | "biff5" | "xlsb" | "ods",
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Sheet1");
  return new Uint8Array(write(book, { bookType, type: "array" }));
}
