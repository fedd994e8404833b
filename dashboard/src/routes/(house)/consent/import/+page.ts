import { allPeople } from "#lib/api/people.ts";
import { readImports } from "#lib/imports/import-row.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends(signalOf("/consent/import"));
  onlyFor("/consent/import");
  const [people, imports] = await Promise.all([allPeople(), readImports("consents")]);
  return { people, imports };
};
