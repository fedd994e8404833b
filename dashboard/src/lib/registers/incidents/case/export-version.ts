import { saveAs } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import { docxOf, mediaTypes, pdfOf } from "#lib/export/files-of.ts";
import { digestOf, frozenReport } from "#lib/export/frozen.ts";
import { breachPaper } from "#lib/export/papers/breach-paper.ts";
import { exportVersion, keepRendering, readRendering } from "#lib/registers/incidents/files.ts";
import type { Incident, ReportVersion } from "#lib/registers/incidents/rows.ts";
import { incidentName } from "#lib/registers/incidents/words/incident-words.ts";

export const formats = ["pdf", "docx", "json", "csv"] as const;
export type Format = (typeof formats)[number];

export const formatWords: Readonly<Record<Format, string>> = {
  pdf: "PDF",
  docx: "Word file",
  json: "JSON",
  csv: "CSV",
};

/** What each is good for. */
export const formatHints: Readonly<Record<Format, string>> = {
  pdf: "In the order of the regulator’s form, to be sent",
  docx: "The same, to be worked on",
  json: "All of it with its hashes, for programs",
  csv: "Questions and answers as a table",
};

const fileName = (incident: Incident, version: ReportVersion, format: Format): string =>
  `${incidentName(incident.number)}-version-${version.number}.${format}`.replaceAll(" ", "-");

/**
 * Hands a version to the browser's downloads. PDF and Word are rendered here from the frozen snapshot, and kept beside
 * it on the server the first time; from then on the kept bytes are the ones that everybody gets.
 *
 * @param keeps - Whether the reader may keep a rendering; an auditor only reads.
 * @throws {Problem} If the snapshot is not the one whose hash the ledger holds.
 */
export async function saveVersion(
  incident: Incident,
  version: ReportVersion,
  format: Format,
  keeps: boolean,
): Promise<void> {
  const name = fileName(incident, version, format);
  if (format === "csv") return saveAs(await exportVersion(incident.id, version.number, "csv"), name);
  const json = await exportVersion(incident.id, version.number, "json");
  const { value, hash } = frozenReport(await json.text());
  if (hash !== version.hash) {
    throw new Problem("strange-answer", {
      says: "This version is not the one that was frozen. Tell the lead.",
    });
  }
  if (format === "json") return saveAs(json, name);
  const paper = breachPaper(value, hash);
  const made = new File([format === "pdf" ? await pdfOf(paper) : await docxOf(paper)], name, {
    type: mediaTypes[format],
  });
  saveAs(await keptOr(version, format, made, keeps), name);
}

/** The rendering kept beside the version, or this one, kept from now on. */
async function keptOr(
  version: ReportVersion,
  format: "pdf" | "docx",
  made: File,
  keeps: boolean,
): Promise<Blob> {
  const digest = digestOf(new Uint8Array(await made.arrayBuffer()));
  const kept = version[`${format}Sha256`];
  if (kept === "" && keeps) await keepRendering(version, digest, made);
  return kept === "" || kept === digest ? made : await readRendering(version, format);
}
