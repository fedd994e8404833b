import { givenLessonRow } from "#domain/registers/training/given";
import { onlyInUse } from "#lib/may.ts";
import { registerLoad } from "#lib/register-load.ts";
import { readCourses } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

const names = ["state", "user", "course", "incident", "entry"];
const listed = registerLoad("/training/given", "given-lessons", givenLessonRow, names);

export const load: PageLoad = async (event) => {
  await onlyInUse("/training/given", event);
  const [page, courses] = await Promise.all([listed(event), readCourses()]);
  return { ...page, courses };
};
