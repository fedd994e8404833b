import { groupOf } from "#domain/ledger/log-groups";
import { atCursor } from "#lib/api/at-cursor.ts";
import { allBrowsers } from "#lib/api/browsers.ts";
import { readEntry, readLog } from "#lib/api/log.ts";
import { allPeople } from "#lib/api/people.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { onlyFor } from "#lib/may.ts";
import { cursorIn, entryIn, filtersOf, questionOf } from "#lib/state/log-filters.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent, depends, untrack }) => {
  depends("chaperone:log");
  onlyFor("/log");
  // Untracked: the frame reads its facts anew every minute, and that must not read the log again.
  const { clinic } = await untrack(() => parent());
  const given = filtersOf(url.searchParams);
  // A link to an entry opens it wherever it stands; opening another one later does not read the page again.
  const named = untrack(() => entryIn(url.searchParams));
  // A number is a place in the chain, which is for the lead.
  const wanted = named !== undefined && named.length < 15 && !session.is("dpo") ? undefined : named;
  // What an address does not say is told by the entry that it names; else the log is of records.
  const ahead = wanted !== undefined && given.kind === "" ? await readEntry(wanted) : undefined;
  const filters = { ...given, kind: given.kind || (ahead ? groupOf(ahead.kind) : "record") };
  const question = questionOf(filters, clinic.timeZone, Date.now());
  const before = cursorIn(url.searchParams);
  const [[log, first], people, browsers] = await Promise.all([
    atCursor(before, (at) => readLog({ ...question, before: at, limit: pageLength, counted: "1" })),
    allPeople(),
    allBrowsers(),
  ]);
  const linked =
    wanted === undefined || log.rows.some(({ id, seq }) => id === wanted || String(seq) === wanted)
      ? undefined
      : (ahead ?? (await readEntry(wanted)));
  return { linked, filters, question, log, people, browsers, first };
};
