import { iso, stored } from "./time.ts";

/** An instant of a row in milliseconds; undefined where it is not known. */
export function msIn(row: pb.Record, field: string): number | undefined {
  const text = row.getString(field);
  return text === "" ? undefined : Date.parse(iso(text));
}

/** An instant of a row as every answer writes it; null where it is not known. */
export function instantIn(row: pb.Record, field: string): string | null {
  const text = row.getString(field);
  return text === "" ? null : iso(text);
}

export const setInstant = (row: pb.Record, field: string, instant: string): void =>
  row.set(field, stored(instant));
