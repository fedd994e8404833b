import * as z from "zod/mini";

/** One kind of thing that the server can hold about patients: in words for the page, and by the fields it stands in. */
export interface HeldField {
  readonly what: string;
  /** Page and column, or part of it. */
  readonly where: string;
  readonly form: string;
  readonly why: string;
  /** How long. */
  readonly kept: string;
  /** Fields of the database in which it can stand, as `collection.field`; none where it stands in no table. */
  readonly columns: readonly string[];
  /** Of events: those whose kind begins with this word. */
  readonly family?: "record" | "mail" | "log";
  /** That one of `columns` whose filled rows are counted; left out: rows in which any of them is filled. */
  readonly counts?: string;
  /** Of rows that hold this in the field that is counted, alone. */
  readonly holding?: string;
  /** Date fields by which the oldest is known, as `collection.field`. */
  readonly since?: readonly string[];
  /** Files beside the database. */
  readonly place?: "backups";
  /** A sentence for the clinic's notice to patients, on what the paragraph about the log does not say. */
  readonly tells?: string;
}

/** Fields that can hold nothing about a patient, by collection and by the reason why not; `*` of all collections. */
export type NothingHeld = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A kind with how much of it is there. */
export const heldNow = z.object({
  what: z.string(),
  where: z.string(),
  form: z.string(),
  why: z.string(),
  kept: z.string(),
  columns: z.array(z.string()),
  tells: z.optional(z.string()),
  /** Rows, or files of a place; null where it can't be counted. */
  rows: z.nullable(z.int()),
  /** Instant or day of the oldest; '' where none is known. */
  oldest: z.string(),
});
export type HeldNow = z.infer<typeof heldNow>;

/** `GET /held-about-patients`: all that this server can hold about patients, field by field. */
export const heldAnswer = z.object({
  held: z.array(heldNow),
  /** Fields that hold nothing, and why not. */
  nothing: z.array(z.object({ why: z.string(), columns: z.array(z.string()) })),
  /** Fields of the database that nobody has classed. */
  unclassed: z.array(z.string()),
});
export type HeldAnswer = z.infer<typeof heldAnswer>;

/** The fields that hold nothing, as `collection.field`, by reason. */
export function nothingByWhy(parts: readonly NothingHeld[]): Map<string, string[]> {
  const byWhy = new Map<string, string[]>();
  for (const [collection, reasons] of parts.flatMap((part) => Object.entries(part)))
    for (const [why, fields] of Object.entries(reasons))
      byWhy.set(why, [...(byWhy.get(why) ?? []), ...fields.map((field) => `${collection}.${field}`)]);
  return byWhy;
}

/** Fields of the schema that stand neither among what is held nor among what holds nothing. */
export function unclassed(
  schema: readonly string[],
  held: readonly Pick<HeldField, "columns">[],
  nothing: readonly NothingHeld[],
): string[] {
  const told = new Set([
    ...held.flatMap(({ columns }) => columns),
    ...[...nothingByWhy(nothing).values()].flat(),
  ]);
  return schema.filter((name) => !told.has(name) && !told.has(`*.${name.slice(name.indexOf(".") + 1)}`));
}
