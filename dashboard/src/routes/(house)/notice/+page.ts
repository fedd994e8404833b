import { allBrowsers } from "#lib/api/browsers.ts";
import { allNotices, shownOf } from "#lib/api/notices.ts";
import { allPeople } from "#lib/api/people.ts";
import { onlyFor } from "#lib/may.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ depends }) => {
  depends("chaperone:notice");
  onlyFor("/notice");
  const notices = await allNotices();
  const current = notices[0];
  const staff = session.is("staff");
  const [shown, people, browsers] = await Promise.all([
    current ? shownOf(current.number) : [],
    staff ? [] : allPeople(),
    staff ? [] : allBrowsers(),
  ]);
  return { notices, current, shown, people, browsers };
};
