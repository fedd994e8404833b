import * as z from "zod/mini";
import { mailAdapter } from "./adapter.ts";
import { clinicalAdapter } from "./clinical-adapter.ts";
import { correctionsMost } from "./signing.ts";

/**
 * How the clinic corrects what this version of the extension knows of pages: adapters, data and never code, in the very
 * schema of those that ship (SITES.md E). The clinic's server signs the whole with the key of its ledger, which a browser
 * learns when it is paired and keeps; each revision replaces the one before.
 */

export const correction = z.union([mailAdapter, clinicalAdapter]);
export type Correction = z.infer<typeof correction>;

export const corrections = z.array(correction).check(
  z.maxLength(correctionsMost),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "an id twice"),
);

/** What is signed, as JSON. */
export const correctionSet = z.strictObject({
  v: z.literal(1),
  revision: z.int().check(z.minimum(1)),
  adapters: corrections,
});
export type CorrectionSet = z.infer<typeof correctionSet>;

/** The next set. Undefined where it would hold more than it may. */
export function changedCorrections(
  before: readonly Correction[],
  { put, drop }: { readonly put: readonly Correction[]; readonly drop: readonly string[] },
): Correction[] | undefined {
  const gone = new Set([...drop, ...put.map(({ id }) => id)]);
  const after = [...before.filter(({ id }) => !gone.has(id)), ...put];
  return after.length > correctionsMost ? undefined : after;
}

/** Every text in an adapter that somebody may have written or copied from a page, to be screened for a patient's. */
export function textsOf(one: unknown): string[] {
  if (typeof one === "string") return [one];
  if (typeof one !== "object" || one === null) return [];
  return Object.values(one).flatMap(textsOf);
}
