import * as z from "zod/mini";

/**
 * Whether something frozen is still what the log says it was: `whole`, `changed` behind the server's back, or `unproven`
 * where the log no longer holds the event that froze it.
 */
export const proofStates = ["whole", "changed", "unproven"] as const;
export type ProofState = (typeof proofStates)[number];

/** Answer of `GET /breach-proof`: every version of a report, and its kept renderings, held against the log. */
export const breachProof = z.object({
  versions: z.array(
    z.object({
      number: z.int(),
      snapshot: z.enum(proofStates),
      /** null: none is kept. */
      pdf: z.nullable(z.enum(proofStates)),
      docx: z.nullable(z.enum(proofStates)),
      /** Who read it before it was frozen; null where that was not recorded, or where the snapshot proves nothing. */
      readBy: z.nullable(z.string()),
    }),
  ),
  /** Versions that the log froze and that are gone. */
  missing: z.int(),
});
export type BreachProof = z.infer<typeof breachProof>;
export type VersionProof = BreachProof["versions"][number];
