import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCourses, readImports } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent, untrack }) => {
  depends(signalOf("/training/import"));
  await onlyInUse("/training/import", { parent, untrack });
  const [people, courses, imports] = await Promise.all([allPeople(), readCourses(), readImports()]);
  return { people, courses, imports };
};
