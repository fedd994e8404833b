import type { ActData } from "#domain/acts";
import type { SeenRow } from "#lib/state/seen.svelte.ts";
import { act } from "./act.ts";

export type { ClinicRow as Clinic } from "#domain/clinic/clinic";

export const changeClinic = (row: SeenRow, data: ActData<"clinic.change">) => act("clinic.change", data, row);
