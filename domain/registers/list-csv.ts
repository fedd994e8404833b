import type { CsvValue } from "../base/csv.ts";

/** A column of a register's CSV: its heading, and its cell in words; `nameOf` says a person by id. */
export type CsvColumn<Row> = readonly [heading: string, cell: (row: Row, nameOf: NameOf) => CsvValue];
export type NameOf = (id: string) => string;

export const headingsOf = <Row>(columns: readonly CsvColumn<Row>[]): string[] =>
  columns.map(([heading]) => heading);

/** The lines of these rows, without headings. */
export const cellsOf = <Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  nameOf: NameOf,
): CsvValue[][] => rows.map((row) => columns.map(([, cell]) => cell(row, nameOf)));
