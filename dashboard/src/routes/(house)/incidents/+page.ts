import { readIncidents } from "#lib/api/incidents.ts";
import { allPeople } from "#lib/api/people.ts";
import { beforeOf, filtersOf } from "#lib/incidents/filters.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends("chaperone:incidents");
  onlyFor("/incidents");
  const filters = filtersOf(url.searchParams);
  const before = beforeOf(url.searchParams);
  const [incidents, people] = await Promise.all([
    readIncidents({ ...filters, before, limit: pageLength }),
    allPeople(),
  ]);
  return { filters, incidents, people, first: before === undefined };
};
