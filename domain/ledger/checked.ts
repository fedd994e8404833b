import * as z from "zod/mini";

const seq = z.int().check(z.minimum(0));

/** What contradicts a log: whose word, of which entry, and how (`witness/held-against.ts`, `Agreement`). */
const contradiction = z.object({
  from: z.string(),
  seq,
  is: z.enum(["differs", "beyond", "gone", "other-key", "not-signed"]),
});
export type CheckedContradiction = z.infer<typeof contradiction>;

/** A row of a register that is not as its last event left it, or a frozen text or kept file that is another one. */
const checkedRow = z.object({
  /** Its table. */
  collection: z.string(),
  id: z.string(),
  is: z.enum(["changed", "deleted", "added", "text", "file"]),
  /** The event, or the baseline, that left it otherwise; 0 where none did. */
  seq,
});
export type CheckedRow = z.infer<typeof checkedRow>;

/** What was found of the registers' rows. */
const rowsChecked = z.object({
  checked: z.int(),
  /** Rows of which no event keeps a hash yet. */
  unknown: z.int(),
  faults: z.array(checkedRow),
  /** Faults beyond those that are named. */
  more: z.int(),
});
export type RowsChecked = z.infer<typeof rowsChecked>;

/**
 * `DATA/checked.json`: what the last look through a data folder found. The scripts write it, the server reads it: SQLite's
 * own triggers keep the server from changing the log, and say nothing of what was done to the file behind it.
 */
export const checkedFolder = z.object({
  v: z.literal(1),
  at: z.string(),
  /** The last event then. */
  head: z.object({ seq, hash: z.string() }),
  /** When every hash of the chain was last computed anew, and the first event that did not fit. */
  chain: z.nullable(
    z.object({ at: z.string(), seq, broken: z.nullable(z.object({ seq, fault: z.string() })) }),
  ),
  /** Witnesses in the folder: asked, agreed. */
  asked: z.int(),
  agreed: z.int(),
  contradictions: z.array(contradiction),
  /** How many contradictions there are; the first are named. */
  contradicted: z.int(),
  /** Between which entries the first one lies that is not what it was. */
  concerned: z.nullable(z.object({ from: seq, to: seq })),
  /** Entries that were signed when they were made, and whose signature is not there. */
  unsigned: z.array(seq),
  /** The registers, held against the hashes in their events. */
  rows: z._default(z.nullable(rowsChecked), null),
});
export type CheckedFolder = z.infer<typeof checkedFolder>;
