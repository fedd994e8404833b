import type { CsvValue } from "../../base/csv.ts";
import { type BreachRegisterRow, breachRegisterRow } from "./register-row.ts";
import { incidentName } from "./words.ts";

type Value = string | number | boolean | null | readonly string[];

/** Where each cell of a line stands: "title", "verdict.reason". */
const paths = Object.entries(breachRegisterRow.shape).flatMap(([field, schema]): [string, string][] =>
  "shape" in schema
    ? Object.keys(schema.shape).map((part): [string, string] => [field, part])
    : [[field, ""]],
);

/** Names of the columns of the register as a table for programs. */
export const registerColumns: readonly string[] = paths.map(([field, part]) =>
  part === "" ? field : `${field}.${part}`,
);

/** A line's cells in the order of the columns. */
export function registerCells(row: BreachRegisterRow): CsvValue[] {
  const fields = row as unknown as Readonly<Record<string, Value | Readonly<Record<string, Value>>>>;
  return paths.map(([field, part]) => {
    // A confidential incident has no number that others could count by.
    if (field === "number" && row.number < 0) return incidentName(row.number);
    const value = fields[field] ?? null;
    return cellOf(part === "" ? (value as Value) : (value as Readonly<Record<string, Value>>)[part]);
  });
}

/** '' is not known. */
function cellOf(value: Value | undefined): CsvValue {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.join("; ") : value;
}
