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

/** The first line with words, of at most 4,000 signs, among the first 40 lines. */
function headingOf(text: string, from: number, to: number): string {
  const lines = text.slice(from, Math.min(to, from + 8_000)).split(/\r?\n/, 40);
  return (lines.find((line) => /[A-Za-z]{2}/.test(line)) ?? "").slice(0, 4_000);
}
