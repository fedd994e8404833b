import { asPaper, type FormPaper } from "../form-paper.ts";
import { paperLanguage, printable } from "../paper.ts";
import { textOf } from "../text-of.ts";
import { AcroForm } from "./acro-form.ts";
import { writeBlock, writeTitle } from "./blocks.ts";
import type { FontFiles } from "./faces.ts";
import { floor, looks, page, textWidth } from "./look.ts";
import { PageWriter } from "./page-writer.ts";
import type { PdfDocument, PdfDocumentClass } from "./pdf-document.ts";
import { writePlaces } from "./places.ts";
import { Typeface } from "./typeface.ts";
import { producer, xmpOf } from "./xmp.ts";

/**
 * A paper as PDF: tagged, with its fonts, on A4. The same paper with the same fonts gives the same bytes: nothing in
 * it comes from a clock or by chance.
 *
 * @throws {Error} If a font that the paper needs is not among `fonts`.
 */
export async function renderPdf(
  paper: FormPaper,
  Document: PdfDocumentClass,
  fonts: FontFiles,
): Promise<Uint8Array<ArrayBuffer>> {
  const properties = {
    title: oneLine(paper.title),
    subject: oneLine(paper.subject),
    author: oneLine(paper.author),
    madeAtMs: paper.madeAtMs,
  };
  const madeAt = new Date(paper.madeAtMs);
  const doc = new Document({
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: paperLanguage,
    displayTitle: true,
    bufferPages: true,
    font: null,
    info: {
      Title: properties.title,
      Subject: properties.subject,
      Author: properties.author,
      Creator: producer,
      Producer: producer,
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  doc._addInfo = () => doc.appendXML(xmpOf(properties));
  const bytes = collected(doc);
  const writer = new PageWriter(doc, new Typeface(doc, fonts, textOf(asPaper(paper))));
  const root = doc.struct("Document");
  doc.addStructure(root);
  writeTitle(writer, paper.title, root);
  const form = paper.blocks.some(({ is }) => is === "places") ? new AcroForm(doc) : undefined;
  const { blocks } = asPaper(paper);
  paper.blocks.forEach((block, i) => {
    if (block.is !== "places") writeBlock(writer, block, root, blocks[i + 1]);
    else if (form) writePlaces(writer, block, form, root);
  });
  root.end();
  writeFeet(writer, paper);
  doc.end();
  return await bytes;
}

const oneLine = (text: string): string => printable(text).replaceAll("\n", " ");

function writeFeet(writer: PageWriter, { foot }: FormPaper): void {
  const { count } = writer.doc.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    writer.doc.switchToPage(i);
    writer.doc.markContent("Artifact", { type: "Pagination" });
    const y = floor + 28;
    writer.single(foot[0], { x: page.left, y }, looks.foot);
    writer.single(`Page ${i + 1} of ${count}`, { x: page.left, y, right: page.left + textWidth }, looks.foot);
    for (const [below, line] of foot.slice(1).entries())
      writer.single(line ?? "", { x: page.left, y: y + (below + 1) * looks.foot.leading }, looks.foot);
    writer.doc.endMarkedContent();
  }
}

function collected(doc: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
