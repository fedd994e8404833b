import { readMail } from "#lib/api/mail.ts";
import { allPeople } from "#lib/api/people.ts";
import { filtersOf, noFilters, questionOf } from "#lib/log/filters.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { onlyFor } from "#lib/may.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, depends, untrack }) => {
  depends("chaperone:mail");
  onlyFor("/mail");
  // Untracked: the frame reads its facts anew every minute, and that must not read the attempts again.
  const { clinic } = await untrack(() => parent());
  const { user, when, from, to } = filtersOf(url.searchParams);
  const filters = { ...noFilters, user, when, from, to };
  const question = questionOf(filters, clinic.timeZone, Date.now());
  const before = Number(url.searchParams.get("before") ?? "") || undefined;
  const [mail, people] = await Promise.all([
    readMail({ ...question, before, limit: pageLength }),
    allPeople(),
  ]);
  return { filters, question, mail, people, first: before === undefined };
};
