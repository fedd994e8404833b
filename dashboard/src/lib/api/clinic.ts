import type { ActData } from "#domain/acts";
import { type ClinicRow, clinicRow } from "#domain/clinic/clinic";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { act } from "./act.ts";
import { calling, pb, understand } from "./client.ts";
import { Problem } from "./problem.ts";

export type { ClinicRow as Clinic };

/** The clinic's one row. */
export async function theClinic(): Promise<ClinicRow> {
  const rows = await calling(() => pb.collection("clinic").getFullList());
  if (rows[0] === undefined) throw new Problem("not-found");
  return understand(clinicRow, rows[0]);
}

export const changeClinic = (row: SeenRow, data: ActData<"clinic.change">) => act("clinic.change", data, row);
