import type { DatabaseSync } from "node:sqlite";
import { doubtOf } from "#domain/ledger/doubtful";
import type { EventRow } from "#domain/ledger/ledger";
import { attemptsIn } from "#domain/registers/incidents/attempts";

/** Each table of sums as its rows, in one order. */
export type Sums = { readonly [table: string]: readonly (readonly (string | number)[])[] };

const tables = ["counts", "accounts", "days", "silences", "runs", "attempts"] as const;

/** What SQLite has kept. */
export function keptSums(database: DatabaseSync): Sums {
  const rows = (name: string) =>
    database
      .prepare(`SELECT * FROM ledger_${name}`)
      .all()
      .map((row) => Object.values(row) as (string | number)[]);
  return sorted(Object.fromEntries(tables.map((name) => [name, rows(name)])));
}

/** The same, counted over all events by other means than SQL. */
export function countedSums(database: DatabaseSync): Sums {
  const events = database.prepare("SELECT * FROM events ORDER BY seq").all() as unknown as EventRow[];
  const live = events.filter(({ orderedBy }) => orderedBy === 0);
  return sorted({
    counts: grouped(live.flatMap(namesOf)),
    accounts: grouped(
      live
        .filter(({ account }) => account !== "")
        .map(({ occurredAt, system, account, user }) => [occurredAt.slice(0, 10), system, account, user]),
    ),
    days: daysOf(events),
    silences: events.flatMap((event, i) => {
      const before = events[i - 1];
      const days = before ? (Date.parse(event.receivedAt) - Date.parse(before.receivedAt)) / 86_400_000 : 0;
      return before && days > 7 ? [[before.seq, event.seq, before.receivedAt, event.receivedAt]] : [];
    }),
    runs: runsOf(live),
    attempts: attempts(live),
  });
}

const sorted = (sums: Sums): Sums =>
  Object.fromEntries(
    Object.entries(sums).map(([name, rows]) => [
      name,
      [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  );

function namesOf(event: EventRow): string[][] {
  const { kind, occurredAt, user } = event;
  const at = occurredAt.slice(0, 13);
  if (doubtOf(event) !== undefined) return [[`doubtful ${kind}`, at]];
  if (kind.startsWith("record.") && user === "") return [[`unattributed ${kind}`, at]];
  return ["record.view", "browser.coverage"].includes(kind) ? [[kind, at]] : [];
}

function grouped(names: readonly (readonly string[])[]): (string | number)[][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(JSON.stringify(name), (counts.get(JSON.stringify(name)) ?? 0) + 1);
  return [...counts].map(([name, n]) => [...(JSON.parse(name) as string[]), n]);
}

function daysOf(events: readonly EventRow[]): (string | number)[][] {
  const days = new Map<string, number[]>();
  for (const { receivedAt, seq } of events) {
    const day = receivedAt.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), seq]);
  }
  return [...days].map(([day, seqs]) => [day, Math.min(...seqs), Math.max(...seqs)]);
}

function runsOf(live: readonly EventRow[]): (string | number)[][] {
  const numbered = live
    .filter(({ browser, n }) => browser !== "" && n > 0)
    .sort((a, b) => (a.browser === b.browser ? a.n - b.n : a.browser < b.browser ? -1 : 1));
  const runs: [string, number, number, number, number][] = [];
  for (const { browser, n, seq } of numbered) {
    const last = runs.at(-1);
    if (last?.[0] === browser && last[2] === n - 1) [last[2], last[4]] = [n, seq];
    else runs.push([browser, n, n, seq, seq]);
  }
  return runs;
}

function attempts(live: readonly EventRow[]): (string | number)[][] {
  const mail = live.filter(({ kind }) => kind === "mail.held" || kind === "mail.outcome");
  const told = attemptsIn(mail.filter(({ trace }) => trace !== "")).map(({ held, outcomes }) => [
    held.seq,
    held.occurredAt,
    outcomes.length === 0 ? "open" : (JSON.parse(outcomes.at(-1)?.detail ?? "{}").outcome as string),
  ]);
  const untied = mail.filter(({ kind, trace }) => kind === "mail.held" && trace === "");
  return [...told, ...untied.map(({ seq, occurredAt }) => [seq, occurredAt, "open"])];
}
