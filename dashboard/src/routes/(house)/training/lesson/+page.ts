import { error, redirect } from "@sveltejs/kit";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCourseFile, readLesson } from "#lib/registers/training/api.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/training/lesson"));
  await onlyInUse("/training/lesson", { parent, untrack });
  const course = url.searchParams.get("course") ?? "";
  if (course === "") redirect(307, "/training/courses");
  if (!/^[a-z0-9]{15}$/.test(course)) error(404, "There is no such course.");
  const taught = await readLesson(course);
  if (taught.kind === "notice") redirect(307, "/notice");
  const { version } = taught;
  const picture =
    version?.content === "lesson" && version.name !== "" ? await readCourseFile(version) : undefined;
  return { taught, picture };
};
