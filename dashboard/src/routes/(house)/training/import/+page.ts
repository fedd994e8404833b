import { allPeople } from "#lib/api/people.ts";
import { readImports } from "#lib/imports/import-row.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCourses } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent, untrack }) => {
  depends(signalOf("/training/import"));
  await onlyInUse("/training/import", { parent, untrack });
  const [people, courses, imports] = await Promise.all([
    allPeople(),
    readCourses(),
    readImports("completions"),
  ]);
  return { people, courses, imports };
};
