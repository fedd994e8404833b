import { listLoad } from "#lib/list-load.ts";
import { readTraining } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load = listLoad("/people/training", readTraining) satisfies PageLoad;
