import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:settings");
  onlyFor("/settings");
  return { people: await allPeople() };
};
