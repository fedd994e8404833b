import { readLog } from "#lib/api/log.ts";
import { allNotices, shownOf } from "#lib/api/notices.ts";
import { readMyReaders } from "#lib/api/readers.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends("chaperone:my-record");
  const user = session.person?.id ?? "";
  const before = Number(url.searchParams.get("before") ?? "") || undefined;
  const [log, readers, notices] = await Promise.all([
    readLog({ user, before, limit: pageLength }),
    readMyReaders({ limit: 20 }),
    allNotices(),
  ]);
  const current = notices[0];
  const shown = current ? (await shownOf(current.number)).find((one) => one.user === user) : undefined;
  return { user, log, readers, current, shown, first: before === undefined };
};
