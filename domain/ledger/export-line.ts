import * as z from "zod/mini";
import { type Checkpoint, type EventRow, eventColumns, type Withheld } from "./ledger.ts";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Of an empty chain there is none. */
const hashOrNone = z.union([hash, z.literal("")]);
const point = {
  seq: z.int().check(z.minimum(0)),
  hash: hashOrNone,
  at: z.string(),
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
  publicKey: hash,
};
const fromLine = z.strictObject({ from: z.strictObject(point) });
/** `file` is the digest of all lines before this one (`fileDigest`); `withheld` signs what of it is withheld. */
const headLine = z.strictObject({
  head: z.strictObject({ ...point, file: hashOrNone, withheld: z.optional(point.signature) }),
});
const withheldLine = z.strictObject({
  withheld: z.strictObject({
    from: z.int().check(z.minimum(1)),
    seq: z.int().check(z.minimum(1)),
    prev: hashOrNone,
    hash,
  }),
});

/** The last line: the signed end of the chain. */
export type ExportHead = z.infer<typeof headLine>["head"];

/** One line of an export. */
export type ExportLine =
  | { readonly is: "event"; readonly row: EventRow }
  | { readonly is: "from"; readonly from: Checkpoint }
  | { readonly is: "withheld"; readonly withheld: Withheld }
  | { readonly is: "head"; readonly head: ExportHead }
  /** `why`: what is wrong with it, as the end of a sentence that names it. */
  | { readonly is: "nothing"; readonly why: string };

const numeric: readonly string[] = ["seq", "v", "orderedBy", "n"];

const nothing = (why: string): ExportLine => ({ is: "nothing", why });

/** Reads one line: an event with exactly the columns, what is withheld, the head, or where a prefix was cut. */
export function exportLine(text: string): ExportLine {
  if (text.startsWith("\ufeff")) return nothing("begins with a byte order mark");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return nothing("is not JSON, or cut short");
  }
  const line = lineOf(value);
  if (!line) return nothing("is not a line of an export: members are missing, unknown or of another form");
  // As most are written. What is written otherwise is counted, which takes longer.
  if (text === JSON.stringify(value)) return line;
  return membersOf(text) === keysIn(value) ? line : nothing("holds a member twice");
}

function lineOf(value: unknown): ExportLine | undefined {
  if (isRow(value)) return { is: "event", row: value };
  const head = headLine.safeParse(value);
  if (head.success) return { is: "head", head: head.data.head };
  const withheld = withheldLine.safeParse(value);
  if (withheld.success) return { is: "withheld", withheld: withheld.data.withheld };
  const from = fromLine.safeParse(value);
  return from.success ? { is: "from", from: from.data.from } : undefined;
}

/** How many members are written, in objects within objects too: of one named twice, parsing keeps the last. */
function membersOf(text: string): number {
  let members = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) members += 1;
  return members;
}

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce((sum: number, part) => sum + keysIn(part), parts.length);
}

/** By hand and not by a schema: a million lines are read. */
function isRow(value: unknown): value is EventRow {
  if (typeof value !== "object" || value === null) return false;
  const object = value as { readonly [column: string]: unknown };
  return (
    Object.keys(object).length === eventColumns.length &&
    eventColumns.every((column) =>
      numeric.includes(column) ? Number.isSafeInteger(object[column]) : typeof object[column] === "string",
    )
  );
}
