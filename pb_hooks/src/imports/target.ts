import type { Importable, RowFault } from "#domain/registers/imports/import";
import type { Caller } from "../base/caller.ts";

/** A row as it is written, by column. */
export type NewRow = { readonly [column: string]: string | number };

/** What a register says of the rows that a file brings. */
export interface Looked {
  readonly faults: readonly RowFault[];
  /** Rows that stand there already, by their number in what was sent; they are left out. */
  readonly known: ReadonlySet<number>;
}

/** How a register takes rows from a file. */
export interface ImportTarget {
  readonly register: Importable;
  /** Cells of a row. */
  readonly columns: number;
  /** Looks at all rows and writes nothing. */
  look(app: pb.App, rows: readonly (readonly string[])[]): Looked;
  /** A row as it is written; `id` and `imported` are added. */
  written(row: readonly string[], by: Caller, at: string): NewRow;
  /** Whether somebody has worked on one of its rows since. */
  isWorkedOn(tx: pb.App, imported: string): boolean;
}
