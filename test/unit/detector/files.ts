import { strToU8, type Zippable, zipSync } from "fflate";
import PDFDocument from "pdfkit";

/** Invented, with a number of the test range. */
export const letter = `Harbour Physio\nDear Dr Voss,\nRe: Mrs Ada Moss, DOB 12/03/1961, NHS number 999 000 0018\nThank you for referring this lady. Yours sincerely`;

export const blob = (part: string | Uint8Array) =>
  new Blob([typeof part === "string" ? part : new Uint8Array(part)]);

export const zipped = (files: Zippable) => zipSync(files);

const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);

export const docx = (...paragraphs: readonly string[]) =>
  zipped({
    "[Content_Types].xml": xml("<Types/>"),
    "word/document.xml": xml(
      `<w:document><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
    ),
  });

export function xlsx(rows: readonly (readonly (string | number)[])[]) {
  const strings: string[] = [];
  const cell = (value: string | number, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof value === "number") return `<c r="${place}" s="1"><v>${value}</v></c>`;
    return `<c r="${place}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const data = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join("")}</row>`,
  );
  return zipped({
    "xl/workbook.xml": xml("<workbook/>"),
    "xl/worksheets/sheet1.xml": xml(`<worksheet><sheetData>${data.join("")}</sheetData></worksheet>`),
    "xl/sharedStrings.xml": xml(`<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`),
    "xl/styles.xml": xml('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  });
}

/** A workbook of one shared string and rows written out many times. */
export const sharedSheet = (text: string, rows: string, times: number, after = "", afterTimes = 0) =>
  zipped({
    "xl/workbook.xml": xml("<workbook/>"),
    "xl/worksheets/sheet1.xml": xml(
      `<worksheet><sheetData>${rows.repeat(times)}${after.repeat(afterTimes)}</sheetData></worksheet>`,
    ),
    "xl/sharedStrings.xml": xml(`<sst><si><t>${text}</t></si></sst>`),
  });

export const pptx = (text: string) =>
  zipped({
    "ppt/presentation.xml": xml("<p:presentation/>"),
    "ppt/slides/slide1.xml": xml(`<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`),
  });

export const opendocument = (body: string, manifest = "<manifest:manifest/>") =>
  zipped({
    "content.xml": xml(
      `<office:document-content><office:body>${body}</office:body></office:document-content>`,
    ),
    "META-INF/manifest.xml": xml(manifest),
  });

/** A grey picture of 16 by 16 points. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAANElEQVR4nF3BEQIAIAAAsdM0TdM0TdM0TdM07dv5bWBBiEISslCEKjShC0OYwhK2cIQrPPkrKUOB3Oir2wAAAABJRU5ErkJggg==",
  "base64",
);

/** A PDF of pages of text; `""` is an empty page, `null` a page that is only a picture. */
export async function pdf(pages: readonly (string | null)[], userPassword?: string) {
  const document = new PDFDocument({
    autoFirstPage: false,
    ...(userPassword === undefined ? {} : { userPassword }),
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<void>((resolve) => document.on("end", resolve));
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  for (const text of pages) {
    document.addPage();
    if (text === null) document.image(picture, { width: 400 });
    else if (text !== "") document.text(text);
  }
  document.end();
  await whole;
  return new Uint8Array(Buffer.concat(chunks));
}

export const utf16 = (text: string, bigEndian = false) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let place = 0; place < text.length; place++)
    view.setUint16(2 + place * 2, text.charCodeAt(place), !bigEndian);
  return bytes;
};

/** A compound file that holds one stream of this name, as far as a reader looks. */
export function compound(stream: string) {
  const bytes = new Uint8Array(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(stream).subarray(2), 1_024);
  return bytes;
}

/**
 * A file of any size that is never held: each slice is made when it is asked for, and a slice of more than 64 MB is
 * refused, as a machine's memory would.
 */
export function sparse(size: number, pattern: Uint8Array, waitFor = 0): Blob & { readonly taken: number } {
  let taken = 0;
  const make = (start: number, end: number): Blob => ({
    size: Math.max(0, end - start),
    type: "",
    slice: (from = 0, to = end - start) => make(Math.min(end, start + from), Math.min(end, start + to)),
    async arrayBuffer() {
      if (end - start > 64 * 1024 * 1024) throw new RangeError("more than fits");
      if (waitFor > 0) await new Promise((resolve) => setTimeout(resolve, waitFor));
      const bytes = new Uint8Array(Math.max(0, end - start));
      for (let place = 0; place < bytes.length; place++)
        bytes[place] = pattern[(start + place) % pattern.length] ?? 32;
      taken += bytes.length;
      return bytes.buffer;
    },
    bytes: () => Promise.reject(new Error("not used")),
    text: () => Promise.reject(new Error("not used")),
    stream: () => {
      throw new Error("not used");
    },
  });
  return Object.defineProperty(make(0, size), "taken", { get: () => taken }) as Blob & {
    readonly taken: number;
  };
}

/** The head of a PNG of this size, as far as a reader looks who only asks how large it is. */
export function pngOf(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
