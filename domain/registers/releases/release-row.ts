import * as z from "zod/mini";
import { oneOf, oneOfOrNone } from "../../base/keys-of.ts";
import { proofs, relations, takenBackHow } from "./release.ts";

/** A release as its list shows it. Days are civil dates, times instants; '' where there is none. */
export const releaseRow = z.object({
  id: z.string(),
  version: z.int(),
  system: z.string(),
  recordRef: z.string(),
  relation: oneOf(relations),
  /** '' for a reader who does not work it, and once it is gone. */
  name: z.string(),
  organisation: z.string(),
  phoneEnding: z.string(),
  scopes: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  exclusions: z.string(),
  purpose: z.string(),
  channels: z.string(),
  once: z.boolean(),
  validFrom: z.string(),
  expiresOn: z.string(),
  capacityBy: z.string(),
  explainedBy: z.string(),
  proof: oneOf(proofs),
  signedOn: z.string(),
  witness: z.string(),
  formAt: z.string(),
  formHash: z.string(),
  interpreter: z.string(),
  by: z.string(),
  at: z.string(),
  revokedAt: z.string(),
  revokedBy: z.string(),
  revokedHow: oneOfOrNone(takenBackHow),
  usedAt: z.string(),
  lookedAt: z.string(),
  lookedBy: z.string(),
  lookedNote: z.string(),
  /** How often somebody asked about this record. */
  asked: z.int(),
});
export type ReleaseRow = z.infer<typeof releaseRow>;
