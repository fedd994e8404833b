import type { SentEvent } from "#domain/event";
import { objectsOf, rowsOf } from "./database.ts";

/** What the clinic's registers say about the people and the notice of a batch, read in the batch's transaction. */
export interface Facts {
  /** Number of the notice in force; 0 while none stands on an assessment and the workers' views. */
  readonly notice: number;
  readonly noticeExists: (number: number) => boolean;
  readonly mapped: (system: string, account: string) => string;
  readonly isPerson: (id: string) => boolean;
  /** Newest notice shown to a person, 0 before any. */
  readonly shownTo: (user: string) => number;
}

export function factsFor(tx: pb.App, events: readonly SentEvent[]): Facts {
  const numbers = rowsOf(
    tx,
    ["number"],
    "SELECT number FROM notices WHERE assessmentDecision <> '' AND views <> '' ORDER BY number DESC",
  ).map(([number]) => Number(number));

  const accounts = new Map(
    objectsOf<{ system: string; account: string; user: string }>(
      tx,
      ["system", "account", "user"],
      "SELECT system, account, user FROM system_accounts WHERE account IN (SELECT value FROM json_each({:accounts}))",
      { accounts: JSON.stringify(events.flatMap((event) => event.account ?? [])) },
    ).map(({ system, account, user }) => [`${system} ${account}`, user]),
  );

  const people = new Set(
    rowsOf(tx, ["id"], "SELECT id FROM users WHERE id IN (SELECT value FROM json_each({:chosen}))", {
      chosen: JSON.stringify(events.flatMap((event) => event.chosen ?? [])),
    }).map(([id]) => id),
  );

  const shown = new Map(
    rowsOf(
      tx,
      ["user", "notice"],
      "SELECT user, max(notice) AS notice FROM notice_shown WHERE user <> '' GROUP BY user",
    ).map(([user, notice]) => [user, Number(notice)]),
  );

  return {
    notice: numbers[0] ?? 0,
    noticeExists: (number) => numbers.includes(number),
    mapped: (system, account) => accounts.get(`${system} ${account}`) ?? "",
    isPerson: (id) => people.has(id),
    shownTo: (user) => shown.get(user) ?? 0,
  };
}
