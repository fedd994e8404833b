import type { CsvValue } from "#domain/base/csv";
import { type CsvColumn, cellsOf, headingsOf, type NameOf } from "#domain/registers/list-csv";
import type { Block } from "../paper.ts";

/** Rows of one list that a paper prints: the newest. The list's CSV has all. */
export const printedRows = 1_000;

/**
 * The rows of a list, each in two columns: what it is called, and whatever else it says under its heading. A list of any
 * width fits a page so.
 *
 * @param called - How many of the first columns name a row.
 * @param none - What stands there where there is no row.
 */
export function cellsTable(
  headings: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  called: number,
  none: string,
): readonly Block[] {
  if (rows.length === 0) return [{ is: "paragraph", text: none }];
  const words = (cell: CsvValue): string => (cell === null || cell === undefined ? "" : String(cell));
  const shown = rows.slice(0, printedRows);
  const left: Block[] =
    rows.length > shown.length
      ? [
          {
            is: "paragraph",
            look: "muted",
            text: `The newest ${printedRows} of them; the CSV of this list has all.`,
          },
        ]
      : [];
  return [
    ...left,
    {
      is: "table",
      head: [headings.slice(0, called).join(", "), "What it says"],
      shares: [0.34, 0.66],
      rows: shown.map((row) => [
        row.slice(0, called).map(words).filter(Boolean).join(", "),
        row
          .slice(called)
          .flatMap((cell, i) => (words(cell) === "" ? [] : [`${headings[called + i]}: ${words(cell)}`]))
          .join("; "),
      ]),
    },
  ];
}

/** The same of a list that is told by its columns. */
export const listTable = <Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  nameOf: NameOf,
  called: number,
  none: string,
): readonly Block[] => cellsTable(headingsOf(columns), cellsOf(columns, rows, nameOf), called, none);
