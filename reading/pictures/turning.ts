import type { Grey } from "./eyes.ts";

/** A shade from which a point counts as ink. */
const inkUnder = 128;

/** Difference of the shares of empty rows and empty columns from which it tells how the lines lie. */
const telling = 0.08;

/**
 * Whether lines of writing stand on end: between lines that lie flat whole rows are empty, while letters of several lines
 * leave few columns so. A single line is told by its being longer than high.
 */
export function standsOnEnd({ width, height, shades }: Grey): boolean {
  const rows = new Uint8Array(height);
  const columns = new Uint8Array(width);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if ((shades[at] ?? 255) < inkUnder) {
        rows[y] = 1;
        columns[x] = 1;
      }
  const across = span(rows);
  const along = span(columns);
  const difference = across.empty - along.empty;
  if (Math.abs(difference) >= telling && across.length > 0)
    return difference < 0 && !isOneLine(along, across);
  return across.length > along.length * 3;
}

interface Span {
  /** From the first to the last with ink on it. */
  readonly length: number;
  /** Share of those between without any. */
  readonly empty: number;
}

function span(inked: Uint8Array): Span {
  const first = inked.indexOf(1);
  if (first === -1) return { length: 0, empty: 0 };
  const within = inked.subarray(first, inked.lastIndexOf(1) + 1);
  return { length: within.length, empty: 1 - within.reduce((sum, one) => sum + one, 0) / within.length };
}

const isOneLine = (along: Span, across: Span) => along.length > across.length * 6;

/** The picture turned clockwise by so many quarters. */
export function turned(grey: Grey, quarters: number): Grey {
  const { width, height, shades } = grey;
  if (quarters % 4 === 0) return grey;
  const out = new Uint8Array(shades.length);
  const [wide, high] = quarters % 2 === 0 ? [width, height] : [height, width];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [toX, toY] =
        quarters === 1
          ? [height - 1 - y, x]
          : quarters === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      out[toY * wide + toX] = shades[at] ?? 255;
    }
  return { width: wide, height: high, shades: out };
}
