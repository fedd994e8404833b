import * as z from "zod/mini";
import { breachProof } from "#domain/registers/incidents/proof";
import { type BreachRegister, breachRegister } from "#domain/registers/incidents/register-row";
import { reportDraft, unfrozenChanges } from "#domain/registers/incidents/report";
import { ask, file, keptFile } from "#lib/api/client.ts";
import { Problem } from "#lib/api/problem.ts";
import type { Evidence, ReportVersion } from "./rows.ts";

/** Files of incidents: evidence, versions of a report and their renderings, the register of all breaches. */

const kept = z.object({ sha256: z.string() });

export const addEvidence = (id: string, evidence: File) =>
  ask(kept, "breach-evidence", formOf({ id, file: evidence }));

export const readEvidence = (row: Evidence): Promise<Blob> =>
  keptFile(row, { name: row.file, sha256: row.sha256 });

/** A version's canonical JSON, or its answers as CSV. Reading it so is recorded as an export. */
export const exportVersion = (id: string, version: number, format: "json" | "csv"): Promise<Blob> =>
  file("breach-report", { id, version, format });

/** The report as it would be frozen now, to be read before it is. */
export const readDraft = (id: string) => ask(reportDraft, "breach-draft", { query: { id } });

/** What is known now and stands in no version yet. */
export const readUnfrozen = (id: string) => ask(unfrozenChanges, "breach-changes", { query: { id } });

/** Keeps a rendering beside its version. */
export const keepRendering = (row: ReportVersion, sha256: string, rendering: File) =>
  ask(kept, "breach-file", formOf({ id: row.id, sha256, file: rendering }));

export const readRendering = (row: ReportVersion, format: "pdf" | "docx"): Promise<Blob> =>
  keptFile(row, { name: row[format], sha256: row[`${format}Sha256`] });

/** Whether the versions of a report are what the log says was frozen. */
export const proveVersions = (id: string) => ask(breachProof, "breach-proof", { query: { id } });

/** The register of all breaches that the reader may see (Art 33(5)), and on asking the confidential that they keep. */
const registerAs =
  (format: "json" | "page") =>
  (confidential: boolean): Promise<BreachRegister> =>
    ask(breachRegister, "breach-register", {
      query: { format, ...(confidential && { confidential: "yes" }) },
    });

/** Recorded as an export. */
export const exportRegister = registerAs("json");
/** To be shown on its page: what the list of incidents shows too. */
export const readRegister = registerAs("page");

/** Who received it, as its sender answered; for the lead and the controller. '' where nobody answered or may read. */
export async function recipientAnswer(id: string): Promise<string> {
  try {
    return (await ask(z.object({ text: z.string() }), "recipient", { query: { id } })).text;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === "not-allowed") return "";
    throw thrown;
  }
}

function formOf(fields: Readonly<Record<string, string | File>>): { method: "POST"; body: FormData } {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: "POST", body };
}
