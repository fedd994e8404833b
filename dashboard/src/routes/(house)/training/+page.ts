import { givenLessonRow } from "#domain/registers/training/given";
import { readList } from "#lib/api/list.ts";
import { shownTo } from "#lib/api/notices.ts";
import { allPeople } from "#lib/api/people.ts";
import { readImports } from "#lib/imports/import-row.ts";
import { signalOf } from "#lib/list-load.ts";
import { onlyInUse } from "#lib/may.ts";
import { readCompletions, readCourses, readMatrix, readPeriods } from "#lib/registers/training/api.ts";
import { filtersOf } from "#lib/registers/training/filters.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends(signalOf("/training"));
  await onlyInUse("/training", { parent, untrack });
  const filters = filtersOf(url.searchParams);
  const after = url.searchParams.get("after") ?? "";
  const who = url.searchParams.get("who") ?? "";
  const [matrix, people, courses, imports, completions, periods, given, shown] = await Promise.all([
    readMatrix(filters, after),
    allPeople(),
    readCourses(),
    readImports("completions"),
    who === "" ? [] : readCompletions(who),
    who === "" ? [] : readPeriods(who),
    readList(givenLessonRow, "given-lessons", { limit: "1" }),
    who === "" ? [] : shownTo(who),
  ]);
  return { filters, after, who, matrix, people, courses, imports, completions, periods, given, shown };
};
