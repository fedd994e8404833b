import { cellsOf, delimiterOf } from "./columns.ts";
import type { Section } from "./recogniser.ts";

/** Longest section, in signs: about eight pages. A long document is as strong as its strongest section. */
const sectionLength = 24_000;
/** Signs that two neighbouring sections share, so that nothing is cut in two. */
const overlap = 240;
/** Ends one file of an archive, or one part of a message, in a reading. */
export const partEnd = "\f";

export interface PlacedSection extends Section {
  /** Where the section begins in the document. */
  readonly at: number;
}

/** Cuts a document into sections at the ends of parts and lines. */
export function* sectionsOf(text: string): Generator<PlacedSection> {
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf(partEnd, from);
    const to = end === -1 ? text.length : end;
    if (to > from) yield* withinPart(text, from, to);
    from = to + 1;
  }
}

function* withinPart(text: string, from: number, to: number): Generator<PlacedSection> {
  const heading = headingOf(text, from, to);
  for (let start = from; start < to; ) {
    const cut = start + sectionLength >= to ? to : lineEnd(text, start, start + sectionLength);
    yield { text: text.slice(start, cut), heading, at: start };
    if (cut === to) return;
    start = cut - overlap;
  }
}

function lineEnd(text: string, start: number, limit: number): number {
  const line = text.lastIndexOf("\n", limit);
  return line > start + sectionLength / 2 ? line : limit;
}

/**
 * The line that names a table's columns, of at most 4,000 signs, among the first 40 lines: the first whose cells are all
 * words where the next line has as many cells, so that a title or `sep=;` above it is passed over. Else the first line with
 * words.
 */
function headingOf(text: string, from: number, to: number): string {
  const lines = text
    .slice(from, Math.min(to, from + 16_000))
    .split(/\r?\n/, 40)
    .map((line) => line.slice(0, 4_000));
  const names = lines.findIndex((line, place) => {
    const sign = delimiterOf(line);
    if (sign === undefined) return false;
    const cells = cellsOf(line, sign);
    const named = cells.filter((cell) => /[A-Za-z]{2}/.test(cell) && !/\d{3}/.test(cell)).length;
    const next = lines.slice(place + 1).find((one) => one.trim() !== "") ?? "";
    return named >= Math.max(2, cells.length * 0.7) && cellsOf(next, sign).length >= cells.length - 1;
  });
  return lines[names] ?? lines.find((line) => /[A-Za-z]{2}/.test(line)) ?? "";
}
