import { readLog } from "#lib/api/log.ts";
import { allPeople } from "#lib/api/people.ts";
import { filtersOf, questionOf } from "#lib/log/filters.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, depends, untrack }) => {
  depends("chaperone:log");
  onlyFor("/log");
  // Untracked: the frame reads its facts anew every minute, and that must not read the log again.
  const { clinic } = await untrack(() => parent());
  const filters = filtersOf(url.searchParams);
  const question = questionOf(filters, clinic.timeZone, Date.now());
  const before = Number(url.searchParams.get("before") ?? "") || undefined;
  const [log, people] = await Promise.all([readLog({ ...question, before, limit: pageLength }), allPeople()]);
  // A link to an entry opens it wherever it stands; opening another one later does not read the page again.
  const wanted = untrack(() => Number(url.searchParams.get("entry") ?? ""));
  const linked =
    wanted > 0 && !log.rows.some(({ seq }) => seq === wanted)
      ? (await readLog({ before: wanted + 1, limit: 1 })).rows.find(({ seq }) => seq === wanted)
      : undefined;
  return { linked, filters, question, log, people, first: before === undefined };
};
