import type { EmbeddedFont } from "./pdf-document.ts";

/**
 * Lets copied text keep its letters. Noto Sans Arabic draws seen and sheen with one glyph and sets the dots apart, but
 * fontkit remembers a glyph under the characters it first stood for, and pdfkit writes one name a glyph: all would
 * be called after the first in the document. Here each pair of glyph and characters has its own name and number.
 */
export function nameGlyphsApart(font: EmbeddedFont): void {
  const { getGlyph } = font.font;
  font.font.getGlyph = (id, codePoints = []) =>
    Object.create(getGlyph.call(font.font, id, codePoints), { codePoints: { value: codePoints } });

  const numbers = new Map<string, number>();
  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    const codes = glyphs.map(({ id, codePoints, advanceWidth }) => {
      const pair = `${id}:${codePoints.join()}`;
      const known = numbers.get(pair);
      const number = known ?? font.subset.glyphs.push(id) - 1;
      if (known === undefined) {
        numbers.set(pair, number);
        font.widths[number] = advanceWidth * font.scale;
        font.unicode[number] = codePoints;
      }
      return number.toString(16).padStart(4, "0");
    });
    return [codes, positions];
  };
}
