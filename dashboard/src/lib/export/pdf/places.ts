import type { FormPlace, PlacesBlock } from "../form-paper.ts";
import type { AcroForm } from "./acro-form.ts";
import { looks, page, textWidth } from "./look.ts";
import type { PageWriter } from "./page-writer.ts";
import type { PdfElement } from "./pdf-document.ts";

/** The share of the width that labels take, and the space after one. */
const labelShare = 0.34;
const gutter = 12;
/** Height of one line to write on, and of a tick’s box. */
const lineHeight = 20;
const moreHeight = 14;
const tickSize = 11;

/** Writes places to fill in: a label beside its box, a tick before its words. */
export function writePlaces(
  writer: PageWriter,
  { rows }: PlacesBlock,
  form: AcroForm,
  root: PdfElement,
): void {
  for (const place of rows) {
    if (place.kind === "tick") writeTick(writer, place, form, root);
    else writeLine(writer, place, form, root);
  }
  writer.space(6);
}

function writeTick(writer: PageWriter, place: FormPlace, form: AcroForm, root: PdfElement): void {
  const look = looks.body;
  writer.need(look.leading * 2);
  const { y } = writer;
  const x = page.left + tickSize + 8;
  const words = writer.doc.struct("P");
  root.add(words);
  writer.columns([{ x, width: textWidth - tickSize - 8, text: place.label, look, tag: "P", element: words }]);
  const box = writer.doc.struct("Form");
  root.add(box);
  form.add(place, { x: page.left, y: y + 1, width: tickSize, height: tickSize }, box);
  writer.space(3);
}

function writeLine(writer: PageWriter, place: FormPlace, form: AcroForm, root: PdfElement): void {
  const look = looks.head;
  const width = textWidth * labelShare - gutter;
  const height = lineHeight + ((place.lines ?? 1) - 1) * moreHeight;
  writer.need(height + 8);
  const { y } = writer;
  const label = writer.doc.struct("P");
  root.add(label);
  writer.space(4);
  writer.columns([{ x: page.left, width, text: place.label, look, tag: "P", element: label }]);
  const box = { x: page.left + textWidth * labelShare, y, width: textWidth * (1 - labelShare), height };
  if (place.byHand) writer.line(box.x, y + height, box.width);
  else {
    const field = writer.doc.struct("Form");
    root.add(field);
    form.add(place, box, field);
  }
  writer.y = Math.max(writer.y, y + height) + 6;
}
