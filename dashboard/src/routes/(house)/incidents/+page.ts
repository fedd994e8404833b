import { allPeople } from "#lib/api/people.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { onlyFor } from "#lib/may.ts";
import { readIncidents } from "#lib/registers/incidents/api.ts";
import { beforeOf, filtersOf, incidentQuestion } from "#lib/registers/incidents/list/filters.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends, parent, untrack }) => {
  depends("chaperone:incidents");
  onlyFor("/incidents");
  const filters = filtersOf(url.searchParams);
  // Untracked: the frame reads its facts anew every minute, and that must not read the list again.
  const { clinic } = await untrack(() => parent());
  const question = incidentQuestion(filters, clinic.timeZone, Date.now());
  const before = beforeOf(url.searchParams);
  const [incidents, people] = await Promise.all([
    readIncidents({ ...question, before, limit: pageLength }),
    allPeople(),
  ]);
  return { filters, incidents, people, first: before === undefined };
};
