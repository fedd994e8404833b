import type { Grey } from "./eyes.ts";

/** A shade from which a point counts as ink. */
const inkUnder = 128;

/**
 * How much more the ink changes from row to row than from column to column: lines of writing that lie flat make it more
 * than 1, lines that stand on end less.
 */
export function flatness({ width, height, shades }: Grey): number {
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if ((shades[at] ?? 255) < inkUnder) {
        rows[y] = (rows[y] ?? 0) + 1;
        columns[x] = (columns[x] ?? 0) + 1;
      }
  const change = (counts: Float64Array, across: number) => {
    let sum = 0;
    for (let at = 1; at < counts.length; at++) sum += ((counts[at] ?? 0) - (counts[at - 1] ?? 0)) ** 2;
    return sum / (counts.length * across * across);
  };
  return (change(rows, width) + 1e-12) / (change(columns, height) + 1e-12);
}

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
