import { type Line, linesOf } from "./lines.ts";
import { floor, type Look, line as lineColour, page, textWidth } from "./look.ts";
import type { PdfDocument, PdfElement } from "./pdf-document.ts";
import type { Typeface } from "./typeface.ts";

/** A column of text beside others: where it stands, how it looks, and the node of the structure tree that it is. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly look: Look;
  readonly tag: string;
  /** Nothing: an artifact, said elsewhere already. */
  readonly element?: PdfElement;
}

/** Writes text down the pages of a document, and begins the next page where one is full. */
export class PageWriter {
  readonly doc: PdfDocument;
  readonly typeface: Typeface;
  y: number = page.top;
  /** Called at the top of each further page. */
  atTop: () => void = () => {};

  constructor(doc: PdfDocument, typeface: Typeface) {
    this.doc = doc;
    this.typeface = typeface;
  }

  /** Begins a new page unless this much is left of this one. */
  need(points: number): void {
    if (this.y + points > floor && this.y > page.top) this.#turn();
  }

  space(points: number): void {
    this.y += points;
  }

  /** Columns side by side, over as many pages as they take. What fits on one page is not cut if it is short. */
  columns(columns: readonly Column[]): void {
    const waiting = columns.map((column) => ({ column, lines: this.#lines(column) }));
    const leading = Math.max(...columns.map(({ look }) => look.leading));
    const height = Math.max(...waiting.map(({ lines }) => lines.length)) * leading;
    if (height < (floor - page.top) / 4) this.need(height);
    while (waiting.some(({ lines }) => lines.length > 0)) {
      this.need(leading);
      const room = Math.max(1, Math.floor((floor - this.y) / leading));
      const taken = waiting.map(({ column, lines }) => this.#draw(column, lines.splice(0, room), leading));
      this.y += Math.max(...taken) * leading;
    }
  }

  rule(): void {
    this.line(page.left, this.y, textWidth);
  }

  /** A line at a place of its own, which says nothing. */
  line(x: number, y: number, width: number): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    this.doc.lineWidth(0.5).strokeColor(lineColour);
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
    this.doc.endMarkedContent();
  }

  /** One line at a place of its own, for the foot of the page; at the right where `right` is its edge. */
  single(text: string, at: { x: number; y: number; right?: number }, look: Look): void {
    const [line] = linesOf(text, textWidth, this.#setting(look));
    if (line === undefined) return;
    this.#runs(line, at.right === undefined ? at.x : at.right - line.width, at.y, look);
  }

  #turn(): void {
    this.doc.addPage();
    this.y = page.top;
    this.atTop();
  }

  #lines({ text, width, look }: Column): Line[] {
    return linesOf(text, width, this.#setting(look));
  }

  #setting({ size, weight }: Look) {
    return { typeface: this.typeface, size, weight };
  }

  #draw({ x, width, look, tag, element }: Column, lines: readonly Line[], leading: number): number {
    if (lines.length === 0) return 0;
    if (element === undefined) this.doc.markContent("Artifact", { type: "Layout" });
    else element.add(this.doc.markStructureContent(tag));
    lines.forEach((line, i) => {
      const left = line.rightToLeft ? x + width - line.width : x;
      this.#runs(line, left, this.y + i * leading + look.leading * 0.72, look);
    });
    this.doc.endMarkedContent();
    return lines.length;
  }

  #runs(line: Line, left: number, baseline: number, look: Look): void {
    let x = left;
    this.doc.fillColor(look.colour).fontSize(look.size);
    for (const { font, text, width, rightToLeft } of line.runs) {
      const features: { features?: [] } = rightToLeft ? { features: [] } : {};
      this.doc.font(font).text(text, x, baseline, { lineBreak: false, baseline: "alphabetic", ...features });
      x += width;
    }
  }
}
