import { objectionRow } from "#domain/registers/objections/objection";
import { atCursor } from "#lib/api/at-cursor.ts";
import { readList } from "#lib/api/list.ts";
import { readLog } from "#lib/api/log.ts";
import { mailProgramAnswers } from "#lib/api/mail-programs.ts";
import { allNotices, shownOf } from "#lib/api/notices.ts";
import { readMyReaders } from "#lib/api/readers.ts";
import { pageLength } from "#lib/log/live-log.svelte.ts";
import { readCalendarLink } from "#lib/mine/calendar-link.ts";
import { cursorIn } from "#lib/state/log-filters.ts";
import { session } from "#lib/state/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, depends }) => {
  depends("chaperone:my-record");
  const user = session.person?.id ?? "";
  const before = cursorIn(url.searchParams);
  const [[log, first], readers, notices, calendar, said, mail] = await Promise.all([
    atCursor(before, (at) => readLog({ user, before: at, limit: pageLength })),
    readMyReaders({ limit: 20 }),
    allNotices(),
    readCalendarLink(),
    readList(objectionRow, "objections", { by: user, limit: "50" }),
    mailProgramAnswers(user),
  ]);
  const current = notices[0];
  const shown = current ? (await shownOf(current.number)).find((one) => one.user === user) : undefined;
  return { user, log, readers, current, shown, first, calendar, said: said.rows, mail: mail[0] };
};
