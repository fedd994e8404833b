import { allNotices } from "#lib/api/notices.ts";
import { allPeople } from "#lib/api/people.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCourses, readRequirements, readVersions } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, parent, untrack }) => {
  depends(signalOf("/training/courses"));
  await onlyInUse("/training/courses", { parent, untrack });
  const [people, courses, requirements, versions, notices] = await Promise.all([
    allPeople(),
    readCourses(),
    readRequirements(),
    readVersions(),
    allNotices(),
  ]);
  return { people, courses, requirements, versions, notices };
};
