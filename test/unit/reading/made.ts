import { strToU8 } from "fflate";
import PDFDocument from "pdfkit";
import { letter, zipped } from "../detector/files.ts";

/** A document of Word with some parts beside its body. */
export const withParts = (parts: Record<string, string | Uint8Array>, body = "See the rest.") =>
  zipped({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(
      `<w:document><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  });

export const paragraphs = (tag: string) =>
  letter
    .split("\n")
    .map((line) => `<${tag}>${line}</${tag}>`)
    .join("");

export async function pdfWith(fill: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  fill(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A PDF written by hand: its objects after the catalog (1), the pages (2) and the one page (3). */
export function plainPdf(catalog: string, page: string, ...objects: readonly string[]): string {
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R${page}>>`,
    ...objects,
  ];
  let text = "%PDF-1.7\n";
  const places = all.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return `${text}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}
export const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream`;
export const words = stream("BT /F1 12 Tf 50 700 Td (Rota of the front desk, next week) Tj ET");
export const helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

/** Codes of glyphs that no map leads back to letters: each is 29 less than its letter, as in fonts of TrueType. */
const glyphs = (text: string) =>
  [...text].map((sign) => (sign.charCodeAt(0) - 29).toString(16).padStart(4, "0")).join("");
export const noMap =
  "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Calibri/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Calibri/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Calibri/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>";
export const garbledText = letter
  .split("\n")
  .map((line) => `<${glyphs(line)}> Tj 0 -14 Td`)
  .join(" ");

export const message = (headers: string, body: string) => `${headers}\r\nMIME-Version: 1.0\r\n${body}`;
export const inner = message(
  "From: a@clinic.example\r\nTo: b@x.example\r\nSubject: letter",
  `Content-Type: text/plain\r\n\r\n${letter}`,
);
