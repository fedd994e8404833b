import { onlyFor } from "#lib/may.ts";
import { lastEvent } from "#lib/registers/incidents/report/last-event.ts";
import { readColleagues, readMyReports } from "#lib/registers/incidents/reports.ts";
import { entryIn } from "#lib/state/log-filters.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends, url }) => {
  depends("chaperone:report");
  onlyFor("/report");
  const me = session.person?.id ?? "";
  const wanted = entryIn(url.searchParams, "event");
  const [colleagues, reports, event] = await Promise.all([
    readColleagues(),
    readMyReports(),
    lastEvent(me, wanted),
  ]);
  return { me, colleagues: colleagues.filter(({ id }) => id !== me), reports, event };
};
