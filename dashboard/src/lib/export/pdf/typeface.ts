import { clustersOf } from "./clusters.ts";
import { type FontFiles, facesFor } from "./faces.ts";
import { nameGlyphsApart } from "./name-glyphs-apart.ts";
import type { EmbeddedFont, PdfDocument } from "./pdf-document.ts";

export type Weight = "normal" | "bold";

/** What is drawn with one font. */
export interface Piece {
  /** The name that the document knows the font by. */
  readonly font: string;
  readonly text: string;
}

const drawnAsPicture = /\ufe0f|\p{Emoji_Presentation}|^\p{RI}/u;
/** Steer the drawing and are not drawn; a font that lacks them is none the worse. */
const invisible = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069]|\ufe0e|\ufe0f/gu;

/** The fonts of one document: which of them draws a character, and how wide a text comes out. */
export class Typeface {
  readonly #doc: PdfDocument;
  readonly #fonts = new Map<string, EmbeddedFont>();
  readonly #chosen = new Map<string, Piece>();
  readonly #order: readonly string[];

  /** @throws {Error} If a font file that the text needs is not there. */
  constructor(doc: PdfDocument, files: FontFiles, text: string) {
    this.#doc = doc;
    const needed = facesFor(text);
    this.#order = needed.map(({ id }) => id);
    for (const { id, files: names } of needed) {
      for (const weight of ["normal", "bold"] as const) {
        const bytes = files.get(names[weight]);
        if (bytes === undefined) throw new Error(`font not loaded: ${names[weight]}`);
        doc.registerFont(`${id}-${weight}`, bytes);
      }
    }
  }

  /** The font that draws a character, and what it draws: a character that no font has is drawn as its code, `[U+4E2D]`. */
  pieceFor(character: string, weight: Weight, before?: string): Piece {
    // A space between two Arabic words stays with them: cut into runs, they would be laid out apart.
    if (character === " " && before !== undefined) return { font: before, text: " " };
    const key = weight + character;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const piece = this.#choose(character, weight);
    this.#chosen.set(key, piece);
    return piece;
  }

  /** In points. */
  widthOf({ font, text }: Piece, size: number, rightToLeft: boolean): number {
    return (this.font(font).layout(text, rightToLeft ? [] : undefined).advanceWidth * size) / 1000;
  }

  font(name: string): EmbeddedFont {
    const known = this.#fonts.get(name);
    if (known !== undefined) return known;
    const font = this.#doc.font(name)._font;
    if (![...this.#fonts.values()].includes(font)) nameGlyphsApart(font);
    this.#fonts.set(name, font);
    return font;
  }

  #choose(character: string, weight: Weight): Piece {
    const order = drawnAsPicture.test(character) ? [...this.#order].reverse() : this.#order;
    const bare = character.replace(invisible, "");
    if (bare === "" && !character.includes("\u200c")) return { font: `latin-${weight}`, text: "" };
    for (const text of [character, bare, [...bare].slice(0, 1).join("")]) {
      const id = order.find((one) => this.#draws(`${one}-${weight}`, text));
      if (id !== undefined) return { font: `${id}-${weight}`, text };
    }
    const codes = [...bare].map(
      (c) => `[U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
    );
    return { font: `latin-${weight}`, text: codes.join("") };
  }

  #draws(name: string, text: string): boolean {
    const { font } = this.font(name);
    return text !== "" && [...text].every((char) => font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
  }
}

/** A text cut into characters as they are seen, with where each begins. */
export function charactersOf(text: string): { readonly at: number; readonly text: string }[] {
  let at = 0;
  return clustersOf(text).map((one) => {
    const character = { at, text: one };
    at += one.length;
    return character;
  });
}
