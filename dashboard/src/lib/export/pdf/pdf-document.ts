/**
 * The part of pdfkit 0.20 that we use; the package ships no types. What begins with `_` is pdfkit's own, and used
 * where no public call does: `_font` gives the glyphs that a text becomes.
 */
export interface PdfDocument {
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly annotations: readonly PdfReference[];
  };
  _acroform?: { readonly fonts: object; readonly defaultFont: string };
  readonly _root: { readonly data: { AcroForm?: PdfReference } };
  readonly outline: PdfOutline;
  readonly _font: EmbeddedFont;
  registerFont(name: string, bytes: Uint8Array): this;
  font(name: string): this;
  fontSize(points: number): this;
  fillColor(colour: string): this;
  strokeColor(colour: string): this;
  lineWidth(points: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  stroke(): this;
  text(
    text: string,
    x: number,
    y: number,
    options: { lineBreak: false; baseline: "alphabetic"; features?: [] },
  ): this;
  addPage(): this;
  switchToPage(index: number): unknown;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  struct(type: string, options?: { scope?: "Row" | "Column" }): PdfElement;
  addStructure(element: PdfElement): this;
  markStructureContent(tag: string): PdfContent;
  markContent(tag: "Artifact", options: { type: "Pagination" | "Layout" }): this;
  endMarkedContent(): this;
  /** A new object of the file. */
  ref(data: object): PdfReference;
  annotate(x: number, y: number, width: number, height: number, options: object): this;
  /** Writes the properties as XMP, by `appendXML`; pdfkit's own method, that we put ours in the place of. */
  _addInfo: () => void;
  appendXML(xml: string): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): this;
  on(event: "end", listener: () => void): this;
  end(): void;
}

export type PdfContent = object;

/** An object of the file that others point to; what is given at its end is its stream. */
export interface PdfReference {
  end(stream?: Uint8Array): void;
}

/** A node of the structure tree. */
export interface PdfElement {
  add(child: PdfElement | PdfContent): this;
  end(): void;
}

export interface PdfOutline {
  addItem(title: string): PdfOutline;
}

export interface PdfOptions {
  readonly size: "A4";
  readonly margin: number;
  readonly pdfVersion: "1.7";
  readonly tagged: true;
  readonly lang: string;
  readonly displayTitle: true;
  readonly bufferPages: true;
  readonly font: null;
  readonly info: Readonly<Record<string, string | Date>>;
}
export type PdfDocumentClass = new (options: PdfOptions) => PdfDocument;

interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
}

export interface GlyphRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly object[];
  /** In thousandths of the font size. */
  readonly advanceWidth: number;
}

/** A font as fontkit reads it. */
interface FontkitFont {
  hasGlyphForCodePoint(code: number): boolean;
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
}

/** A font as pdfkit embeds it. */
export interface EmbeddedFont {
  readonly font: FontkitFont;
  readonly subset: { readonly glyphs: number[] };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  readonly scale: number;
  layout(text: string, features?: []): GlyphRun;
  encode(text: string, features?: []): [string[], readonly object[]];
}
