import * as csv from "#domain/registers/cctv/csv";
import * as rows from "#domain/registers/cctv/rows";
import type { CsvColumn, NameOf } from "#domain/registers/list-csv";

/** A list of the register's records: its shape, and the columns of its CSV, of which the page shows all but who entered it. */
const lists = {
  "camera-checks": {
    name: "Looks at the recorder",
    row: rows.cameraCheckRow,
    columns: csv.cameraCheckColumns,
  },
  "footage-viewings": { name: "Viewings", row: rows.viewingRow, columns: csv.viewingColumns },
  "footage-exports": { name: "Exports", row: rows.exportRow, columns: csv.exportColumns },
  "engineer-checks": { name: "Engineers", row: rows.engineerRow, columns: csv.engineerColumns },
  "cctv-reviews": { name: "Reviews of need", row: rows.needReviewRow, columns: csv.needReviewColumns },
  "camera-viewers": { name: "Who may look, and might", row: rows.viewerRow, columns: csv.viewerColumns },
  "cctv-checks": { name: "Our checks", row: rows.ourCheckRow, columns: csv.ourCheckColumns },
} as const;
export type RecordList = keyof typeof lists;

export const recordWords = Object.fromEntries(
  Object.entries(lists).map(([key, { name }]) => [key, name]),
) as Readonly<Record<RecordList, string>>;

/** The list that an address names; the looks at the recorder where it names none. */
export const recordListOf = (text: string | null): RecordList =>
  (Object.keys(lists) as RecordList[]).find((key) => key === text) ?? "camera-checks";

export const rowOf = (list: RecordList) => lists[list].row;

/** What stands in a line: the first column, and each other one that says something, with its heading; times are the clinic’s. */
export type RecordLine = {
  readonly id: string;
  readonly first: string;
  readonly facts: readonly { readonly name: string; readonly says: string }[];
};

/** What people read a cell of the CSV by: its days and instants are in ISO form there. */
export interface InWords {
  readonly nameOf: NameOf;
  readonly day: (day: string) => string;
  readonly moment: (instant: string) => string;
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

export function linesOf(
  list: RecordList,
  listed: readonly { readonly id: string }[],
  { nameOf, day, moment }: InWords,
): RecordLine[] {
  const columns = lists[list].columns as unknown as readonly CsvColumn<{ readonly id: string }>[];
  const worded = (cell: string): string =>
    isDay.test(cell) ? day(cell) : isInstant.test(cell) ? moment(cell) : cell;
  return listed.map((row) => {
    const [first, ...rest] = columns.map(([name, cell]) => ({
      name: name.replace(" (UTC)", ""),
      says: worded(String(cell(row, nameOf) ?? "")),
    }));
    return { id: row.id, first: first?.says ?? "", facts: rest.filter(({ says }) => says !== "") };
  });
}
