import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import { readTraining } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:training");
  onlyFor("/people/training");
  const [people, entries] = await Promise.all([allPeople(), readTraining()]);
  return { people, entries };
};
