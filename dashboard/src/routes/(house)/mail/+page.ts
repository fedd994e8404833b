import { atCursor } from "#lib/api/at-cursor.ts";
import { readEntry } from "#lib/api/log.ts";
import { readMail } from "#lib/api/mail.ts";
import { allPeople } from "#lib/api/people.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { asLogFilters, filtersOf } from "#lib/mail/filters.ts";
import { onlyFor } from "#lib/may.ts";
import { cursorIn, entryIn, questionOf } from "#lib/state/log-filters.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, depends, untrack }) => {
  depends("chaperone:mail");
  onlyFor("/mail");
  // Untracked: the frame reads its facts anew every minute, and that must not read the attempts again.
  const { clinic } = await untrack(() => parent());
  const filters = filtersOf(url.searchParams);
  const asked = questionOf(asLogFilters(filters), clinic.timeZone, Date.now());
  const question = { ...asked, outcome: filters.outcome || undefined };
  const before = cursorIn(url.searchParams);
  const [[mail, first], people] = await Promise.all([
    atCursor(before, (at) => readMail({ ...question, before: at, limit: pageLength })),
    allPeople(),
  ]);
  // A link to an attempt opens it wherever it stands; opening another one later does not read the page again.
  const named = untrack(() => entryIn(url.searchParams));
  const wanted = named?.length === 15 ? named : undefined;
  const linked =
    wanted === undefined || mail.rows.some(({ held }) => held.id === wanted)
      ? undefined
      : await readEntry(wanted);
  return { filters, question, mail, people, first, linked };
};
