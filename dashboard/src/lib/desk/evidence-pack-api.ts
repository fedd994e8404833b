import type * as z from "zod/mini";
import { type PackVersion, type packBody, packPlan } from "#domain/work/evidence-pack";
import { ask, bytesUpTo, calling, keptFile, pb, understand } from "#lib/api/client.ts";
import { snapshotOf } from "#lib/registers/incidents/api.ts";
import { minutesRow } from "#lib/registers/reviews/api.ts";

export type { PackPlan, PackVersion } from "#domain/work/evidence-pack";

/** What the pack of a period holds; asking is the event that it was made. */
export const planPack = (body: z.infer<typeof packBody>) =>
  ask(packPlan, "evidence-pack", { method: "POST", body });

/** The snapshot of a version, as its hash in the log has it. */
export const versionText = ({ id }: PackVersion): Promise<string> => snapshotOf(id);

export const versionFile = (version: PackVersion, format: "pdf" | "docx"): Promise<Blob> =>
  keptFile(version, { name: version[format], sha256: version[`${format}Sha256`] });

/** Minutes as they were signed. */
export async function minutesText(id: string): Promise<string> {
  const row = await calling(() => pb.collection("reviews").getOne(id, { fields: "minutes" }));
  return understand(minutesRow, row).minutes;
}

/** The whole event log; undefined where it has more bytes than `most`. Recorded as an export of its own. */
export const ledgerBytes = (most: number, signal: AbortSignal) => bytesUpTo("ledger.jsonl", most, signal);
