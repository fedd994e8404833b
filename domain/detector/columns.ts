import type { Section } from "./recogniser.ts";

const delimiters = ["\t", ",", ";", "|"] as const;

/** The sign that divides a heading's columns, where it has three or more. */
export function delimiterOf(heading: string): string | undefined {
  return delimiters.find((sign) => heading.split(sign).length >= 3);
}

/** A row's cells; a delimiter inside double quotes divides nothing. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const sign of row) {
    if (sign === '"') quoted = !quoted;
    if (sign === delimiter && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}

/** Longest row whose columns are counted. */
const rowAtMost = 4_000;

/** What the document's first line calls the column in which a place stands; `""` outside a table. */
export function columnOf(section: Section, place: number): string {
  const delimiter = delimiterOf(section.heading);
  if (delimiter === undefined) return "";
  const from = section.text.lastIndexOf("\n", place - 1) + 1;
  if (place - from > rowAtMost) return "";
  const index = cellsOf(section.text.slice(from, place), delimiter).length - 1;
  return cellsOf(section.heading, delimiter)[index] ?? "";
}
