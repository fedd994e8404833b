import * as z from "zod/mini";

const seq = z.int().check(z.minimum(0));

/** What contradicts a log: whose word, of which entry, and how (`witness/held-against.ts`, `Agreement`). */
const contradiction = z.object({
  from: z.string(),
  seq,
  is: z.enum(["differs", "beyond", "gone", "other-key", "not-signed"]),
});
export type CheckedContradiction = z.infer<typeof contradiction>;

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
});
export type CheckedFolder = z.infer<typeof checkedFolder>;
