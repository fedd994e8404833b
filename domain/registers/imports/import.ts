import * as z from "zod/mini";
import { policy } from "../../policy.ts";

/** Registers that a file can be brought into. */
export const importable = ["completions", "consents"] as const;
export type Importable = (typeof importable)[number];

/** How a file writes its days, as a person said it. */
export const dateForms = ["iso", "day-first", "month-first"] as const;
export type DateForm = (typeof dateForms)[number];

/**
 * `POST /import`: rows as places in `values`, for most of what a list holds stands in it again and again. A comma parts
 * the cells, a semicolon the rows: `0,5,7;1,5,7`.
 */
export const importBody = z.strictObject({
  register: z.enum(importable),
  dates: z.enum(dateForms),
  values: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(4 * policy.importedRows.amount)),
  rows: z.string().check(z.regex(/^\d+(?:,\d+)*(?:;\d+(?:,\d+)*)*$/)),
  /** Says what would be, and writes nothing. */
  dryRun: z.boolean(),
});
export type ImportBody = z.infer<typeof importBody>;

/** What is wrong with a row of the file, from 0 as they were sent. */
export const rowFault = z.object({ row: z.int(), says: z.string() });
export type RowFault = z.infer<typeof rowFault>;

export const importAnswer = z.object({
  /** '' of a dry run, and where a row was wrong. */
  id: z.string(),
  /** Rows that are new; those that stand there already are left out. */
  fresh: z.int(),
  known: z.int(),
  /** The first of them; where there is one, nothing goes in. */
  faults: z.array(rowFault),
  faulty: z.int(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** Faults that an answer names. */
export const faultsNamed = 200;

/**
 * The rows of a body.
 *
 * @param columns - How many cells a row has.
 * @returns undefined where a row has another number of cells, or a place that is none.
 */
export function rowsOfBody({ values, rows }: ImportBody, columns: number): string[][] | undefined {
  const cells = rows.split(";").map((row) => row.split(",").map((place) => values[Number(place)]));
  const fits = cells.every((row) => row.length === columns && row.every((cell) => cell !== undefined));
  return fits ? (cells as string[][]) : undefined;
}

/** The same the other way: what is sent of these rows. */
export function bodyOfRows(rows: readonly (readonly string[])[]): Pick<ImportBody, "values" | "rows"> {
  const places = new Map<string, number>();
  const placeOf = (value: string): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, places.size);
    return places.size - 1;
  };
  const text = rows.map((row) => row.map(placeOf).join(",")).join(";");
  return { values: [...places.keys()], rows: text };
}
