import * as z from "zod/mini";
import { csvOf } from "../../base/csv.ts";
import { breachRegister } from "./register-row.ts";
import { incidentFileName } from "./words.ts";

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

/** What the dashboard renders of incidents for an evidence pack. */
export const incidentPack = z.object({ register: breachRegister, versions: z.array(packVersion) });
export type IncidentPack = z.infer<typeof incidentPack>;

/** A file of evidence, by its hash: the file itself may show a patient, and its name may name one. */
export interface PackEvidence {
  readonly incident: number;
  readonly at: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Folder of an incident in a pack, for example `incidents/INC-14`. */
export const folderOf = (incident: number): string => `incidents/${incidentFileName(incident)}`;

export const evidenceCsv = (evidence: readonly PackEvidence[]): string =>
  csvOf([
    ["Incident", "Added (UTC)", "Type", "Bytes", "SHA-256"],
    ...evidence.map(({ incident, at, mime, size, sha256 }) => [
      incidentFileName(incident),
      at,
      mime,
      String(size),
      sha256,
    ]),
  ]);
