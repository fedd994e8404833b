import type { NamedSite } from "#domain/clinic/named-site";
import type { SentEvent } from "#domain/ledger/event";
import { lateOf, type Pairing } from "#domain/ledger/late";
import { objectsOf, rowsOf } from "../../base/database.ts";

/** What the clinic's registers say about the people and the notice of a batch, read in the batch's transaction. */
export interface Facts {
  /** Number of the notice in force; 0 while none stands on an assessment and the workers' views. */
  readonly notice: number;
  /** Number of the notice that was in force at an instant, 0 where none was. */
  readonly noticeAt: (instant: string) => number;
  readonly noticeExists: (number: number) => boolean;
  readonly mapped: (system: string, account: string) => string;
  /** Whether the clinic itself names this host as this system. */
  readonly isNamed: (system: string) => boolean;
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
    named<{ system: string; account: string; user: string }>(
      tx,
      ["system", "account", "user"],
      "SELECT system, account, user FROM system_accounts WHERE account IN (SELECT value FROM json_each({:list}))",
      events.map((event) => event.account),
    ).map(({ system, account, user }) => [`${system} ${account}`, user]),
  );

  const browsers = named<Pairing & { id: string }>(
    tx,
    ["id", "holder", "owner"],
    "SELECT id, holder, user AS owner FROM browsers WHERE id IN (SELECT value FROM json_each({:list}))",
    events.map((event) => lateOf(event)?.browser),
  );

  const people = new Set(
    named<{ id: string }>(
      tx,
      ["id"],
      "SELECT id FROM users WHERE id IN (SELECT value FROM json_each({:list}))",
      events.map((event) => event.chosen),
    ).map(({ id }) => id),
  );

  return {
    notice: notices[0]?.number ?? 0,
    noticeAt: (at) => notices.find(({ created }) => instantOf(created) <= at)?.number ?? 0,
    noticeExists: (number) => notices.some((notice) => notice.number === number),
    mapped: (system, account) => accounts.get(`${system} ${account}`) ?? "",
    browserNamed: (id) => browsers.find((one) => one.id === id),
    isNamed: (system) => isNamed(tx, system),
    isPerson: (id) => people.has(id),
    ...shownTo(tx),
  };
}

/** Asked of the clinic's row each time: nearly no host is. */
function isNamed(tx: pb.App, system: string): boolean {
  const [row] = rowsOf(tx, ["sites"], "SELECT sites FROM clinic LIMIT 1");
  const sites = JSON.parse(String(row?.[0] || "[]")) as readonly NamedSite[] | null;
  return (sites ?? []).some(({ host, adapter }) => {
    const tenant = system.slice(adapter.length + 1);
    return (
      system.startsWith(`${adapter}:`) &&
      [host, host.replace(/:\d+$/, "")].some((one) => one === tenant || one === `${tenant}.cliniko.com`)
    );
  });
}

/** Rows that a batch names, each name asked once; nothing is asked where it names none. */
function named<Shape>(
  tx: pb.App,
  columns: readonly (keyof Shape & string)[],
  select: string,
  names: readonly (string | undefined)[],
): Shape[] {
  const list = [...new Set(names)].filter((name) => name !== undefined);
  return list.length === 0 ? [] : objectsOf<Shape>(tx, columns, select, { list: JSON.stringify(list) });
}

/** To whom which notice was shown: asked of those alone whom a batch is about, each once. */
function shownTo(tx: pb.App): Pick<Facts, "shownTo" | "shownSince"> {
  const newest = new Map<string, number>();
  const since = new Map<string, string>();
  return {
    shownTo: (user) =>
      kept(newest, user, () => {
        const select = "SELECT max(notice) AS notice FROM notice_shown WHERE user = {:user}";
        return Number(rowsOf(tx, ["notice"], select, { user })[0]?.[0] ?? 0);
      }),
    shownSince: (notice, user, browser) => {
      const desk = user === "" ? browser : "";
      const at = kept(since, `${notice} ${user} ${desk}`, () => {
        const select = `SELECT min(at) AS at FROM notice_shown
          WHERE notice = {:notice} AND user = {:user} AND (user <> '' OR browser = {:desk})`;
        return String(rowsOf(tx, ["at"], select, { notice, user, desk })[0]?.[0] ?? "");
      });
      return at === "" ? undefined : instantOf(at);
    },
  };
}

function kept<Value>(memory: Map<string, Value>, key: string, ask: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = ask();
  memory.set(key, value);
  return value;
}

/** PocketBase's columns of time have a blank where an instant has a T. */
const instantOf = (stored: string): string => stored.replace(" ", "T");
