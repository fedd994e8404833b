import * as z from "zod/mini";
import { civilDate } from "../base/civil-date.ts";
import { breachRegister } from "../registers/incidents/register-row.ts";

/** Body of `POST /evidence-pack`: civil dates at the clinic, both within. */
export const packBody = z.strictObject({
  from: civilDate,
  to: civilDate,
  /** With the confidential reports that the maker keeps; as a rule they stay out of what is handed over. */
  confidential: z.boolean(),
});

const packVersion = z.object({
  /** Row of `breach_reports`, and what its files are asked by. */
  id: z.string(),
  collectionName: z.string(),
  /** Number of the incident; negative for a confidential one. */
  incident: z.int(),
  number: z.int(),
  /** SHA-256 of the snapshot, as the event log holds it. */
  hash: z.string(),
  pdf: z.string(),
  pdfSha256: z.string(),
  docx: z.string(),
  docxSha256: z.string(),
});
export type PackVersion = z.infer<typeof packVersion>;

const packNotice = z.object({
  number: z.int(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  text: z.string(),
  scope: z.string(),
  assessmentDecision: z.string(),
  assessedBy: z.string(),
  /** Civil date. */
  assessedOn: z.string(),
  viewsSought: z.boolean(),
  views: z.string(),
});
export type PackNotice = z.infer<typeof packNotice>;

/**
 * What belongs into an evidence pack: everything that is small, and of versions, files and minutes where they are
 * found. No patient's identity stands in it; evidence files are named by their hashes alone.
 */
export const packPlan = z.object({
  v: z.literal(1),
  clinic: z.string(),
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  confidential: z.boolean(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Head of the event log, with the event that tells of this pack. */
  ledger: z.object({ seq: z.int(), hash: z.string() }),
  register: breachRegister,
  versions: z.array(packVersion),
  evidence: z.array(
    z.object({
      incident: z.int(),
      at: z.string(),
      mime: z.string(),
      /** Bytes. */
      size: z.int(),
      sha256: z.string(),
    }),
  ),
  /** Signed ones by the row and hash of their minutes; missed weeks with their reason, without a hash. */
  reviews: z.array(
    z.object({
      id: z.string(),
      number: z.int(),
      weekOf: z.string(),
      state: z.string(),
      signedAt: z.string(),
      hash: z.string(),
      missedReason: z.string(),
    }),
  ),
  /** All completions up to the end of the period: the ICO asks about two years. */
  training: z.array(
    z.object({
      id: z.string(),
      person: z.string(),
      what: z.string(),
      completedOn: z.string(),
      enteredBy: z.string(),
      enteredAt: z.string(),
      corrects: z.string(),
      reason: z.string(),
    }),
  ),
  /** Every notice recorded up to the end of the period, with its impact assessment. */
  notices: z.array(packNotice),
  shown: z.array(z.object({ notice: z.int(), to: z.string(), at: z.string() })),
});
export type PackPlan = z.infer<typeof packPlan>;
