import type { SentEvent } from "#domain/ledger/event";
import { lateOf, type Pairing } from "#domain/ledger/late";
import { objectsOf, rowsOf } from "../base/database.ts";

/** What the clinic's registers say about the people and the notice of a batch, read in the batch's transaction. */
export interface Facts {
  /** Number of the notice in force; 0 while none stands on an assessment and the workers' views. */
  readonly notice: number;
  /** Number of the notice that was in force at an instant, 0 where none was. */
  readonly noticeAt: (instant: string) => number;
  readonly noticeExists: (number: number) => boolean;
  readonly mapped: (system: string, account: string) => string;
  readonly isPerson: (id: string) => boolean;
  /** Newest notice shown to a person, 0 before any. */
  readonly shownTo: (user: string) => number;
  /** A browser that an event was made under before, if the server still knows it. */
  readonly browserNamed: (id: string) => Pairing | undefined;
  /** When a notice was first shown to a person, or with '' as user at the desk of a browser; undefined before. */
  readonly shownSince: (notice: number, user: string, browser: string) => string | undefined;
}

export function factsFor(tx: pb.App, events: readonly SentEvent[]): Facts {
  const notices = objectsOf<{ number: number; created: string }>(
    tx,
    ["number", "created"],
    "SELECT number, created FROM notices WHERE assessmentDecision <> '' AND views <> '' ORDER BY number DESC",
  );

  const accounts = new Map(
    objectsOf<{ system: string; account: string; user: string }>(
      tx,
      ["system", "account", "user"],
      "SELECT system, account, user FROM system_accounts WHERE account IN (SELECT value FROM json_each({:accounts}))",
      { accounts: JSON.stringify(events.flatMap((event) => event.account ?? [])) },
    ).map(({ system, account, user }) => [`${system} ${account}`, user]),
  );

  const browsers = objectsOf<Pairing & { id: string }>(
    tx,
    ["id", "holder", "owner"],
    "SELECT id, holder, user AS owner FROM browsers WHERE id IN (SELECT value FROM json_each({:ids}))",
    { ids: JSON.stringify(events.flatMap((event) => lateOf(event)?.browser ?? [])) },
  );

  const people = new Set(
    rowsOf(tx, ["id"], "SELECT id FROM users WHERE id IN (SELECT value FROM json_each({:chosen}))", {
      chosen: JSON.stringify(events.flatMap((event) => event.chosen ?? [])),
    }).map(([id]) => id),
  );

  const shown = objectsOf<Shown>(tx, ["notice", "user", "browser", "at"], firstShown);
  const newest = new Map<string, number>();
  for (const { user, notice } of shown) newest.set(user, Math.max(notice, newest.get(user) ?? 0));

  return {
    notice: notices[0]?.number ?? 0,
    noticeAt: (at) => notices.find(({ created }) => instantOf(created) <= at)?.number ?? 0,
    noticeExists: (number) => notices.some((notice) => notice.number === number),
    mapped: (system, account) => accounts.get(`${system} ${account}`) ?? "",
    browserNamed: (id) => browsers.find((one) => one.id === id),
    isPerson: (id) => people.has(id),
    shownTo: (user) => newest.get(user) ?? 0,
    shownSince: (notice, user, browser) => {
      const first = shown.find(
        (one) => one.notice === notice && one.user === user && (user !== "" || one.browser === browser),
      );
      return first && instantOf(first.at);
    },
  };
}

interface Shown {
  readonly notice: number;
  readonly user: string;
  /** '' where it was shown to a person, who is told once and for all browsers. */
  readonly browser: string;
  readonly at: string;
}
const firstShown = `SELECT notice, user, iif(user = '', browser, '') AS browser, min(at) AS at FROM notice_shown
  GROUP BY notice, user, iif(user = '', browser, '')`;

/** PocketBase's columns of time have a blank where an instant has a T. */
const instantOf = (stored: string): string => stored.replace(" ", "T");
