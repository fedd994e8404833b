import { details } from "#domain/ledger/event-kinds";
import { type EventRow, eventColumns } from "#domain/ledger/ledger";
import type { LogGroup } from "#domain/ledger/log-groups";
import { endingShown, type LogQuery } from "#domain/ledger/log-query";
import { doubtedKinds, isDoubtful } from "./doubtful.ts";

/** A row of the log with the names that people know. Names are those of today; the row holds ids. */
export interface NamedRow extends EventRow {
  readonly userName: string;
  readonly browserName: string;
}
export const namedColumns = [...eventColumns, "userName", "browserName"] as const;

/** A SELECT with its named parameters. */
export interface Select {
  readonly sql: string;
  readonly params: { readonly [name: string]: string | number };
}

/** The wanted events, newest first, each with today's names. Every form of it goes by an index. */
export function pageOf(query: LogQuery, limit: number): Select {
  const { sql, params } = eventsOf(query, limit);
  const name = (table: string, column: string) =>
    `coalesce((SELECT name FROM ${table} t WHERE t.id = e."${column}"), '') AS "${column}Name"`;
  return {
    sql: `SELECT e.*, ${name("users", "user")}, ${name("browsers", "browser")} FROM (${sql}) e ORDER BY seq DESC`,
    params,
  };
}

/**
 * How many events fit, whatever page is looked at.
 *
 * @param most - How many are counted; -1 for all.
 */
export function countOf(query: LogQuery, most = -1): Select {
  const { sql, params } = eventsOf({ ...query, before: undefined }, most, "seq");
  return { sql: `SELECT count(*) AS n FROM (${sql})`, params };
}

function eventsOf(query: LogQuery, limit: number, columns = allColumns): Select {
  const params: { [name: string]: string | number } = { limit };
  const kinds = query.kind === undefined ? (query.doubtful ? doubtedKinds : []) : kindsOf(query.kind);
  const where = conditions(query, params);
  const part = (from: string, more: readonly string[], order = "seq") => {
    const all = [...where, ...more];
    const by = all.length === 0 ? "" : `WHERE ${all.join(" AND ")}`;
    return `SELECT * FROM (SELECT ${columns} FROM ${from} ${by} ORDER BY ${order} DESC LIMIT {:limit})`;
  };
  const walk = walkOf(query, kinds.length > 0);
  const within = walk.isShort ? [] : stretchOf(query, params);
  const ofKind = kinds.map((kind, i) => {
    params[`kind${i}`] = kind;
    return `kind = {:kind${i}}`;
  });
  const anyKind = ofKind.length === 0 ? [] : [`(${ofKind.join(" OR ")})`];
  // Kinds of a family lie apart in their index: a page of each is taken, and the newest of these make the page.
  const parts =
    walk.isByKind && ofKind.length > 0
      ? ofKind.map((kind) => part(walk.from, [kind, ...within]))
      : [part(walk.from, [...anyKind, ...within], walk.order)];
  if (within.length > 0)
    parts.push(
      part(tableBy("idx_events_other_day", query), [...anyKind, otherDay, `NOT (${within.join(" AND ")})`]),
    );
  return { sql: `${parts.join(" UNION ALL ")} ORDER BY seq DESC LIMIT {:limit}`, params };
}

/** What came on another day than it happened may lie outside the stretch of its days. */
const otherDay = "occurredAt <> '' AND substr(occurredAt, 1, 10) <> substr(receivedAt, 1, 10)";

/** The table by one of its indexes, said outright: without statistics SQLite would guess. */
function tableBy(index: string, query: LogQuery): string {
  const events = `events INDEXED BY ${index}`;
  // What became of mail stands beside the events, by its seq.
  return query.outcome === undefined ? events : `${events} JOIN ledger_attempts ON held = seq`;
}

/**
 * The stretch of the chain that came on the days of a span: what happened then and came on its own day lies within, and
 * nobody walks the years behind it. Where nothing came on them it is empty.
 */
function stretchOf({ from, to }: LogQuery, params: { [name: string]: string | number }): string[] {
  if (from === undefined && to === undefined) return [];
  params.firstDay = (from ?? "").slice(0, 10);
  params.lastDay = (to ?? "9999-12-31").slice(0, 10);
  const end = (which: string) =>
    `coalesce((SELECT ${which} FROM ledger_days WHERE day >= {:firstDay} AND day <= {:lastDay}), 0)`;
  return [`seq >= ${end("min(first)")}`, `seq <= ${end("max(last)")}`];
}

const allColumns = eventColumns.map((column) => `"${column}"`).join(", ");

/** The members of a family; a register's kinds are the same three for each register. Of the dashboard's group `isOfDashboard` tells. */
function kindsOf(kind: string): string[] {
  if (kind === dashboard) return [];
  if (kind.includes(".")) return [kind];
  const known = Object.keys(details).filter((name) => name.startsWith(`${kind}.`));
  return known.length > 0 ? known : ["create", "update", "act"].map((what) => `${kind}.${what}`);
}

function conditions(query: LogQuery, params: { [name: string]: string | number }): string[] {
  const where: string[] = [];
  const add = (condition: string, name: string, value: string | number | undefined) => {
    if (value === undefined) return;
    where.push(condition);
    params[name] = value;
  };
  // The second half of each lets SQLite use an index that leaves empty values out.
  add("id = {:id}", "id", query.id);
  add("seq = {:seq}", "seq", query.seq);
  add("trace = {:trace} AND trace <> ''", "trace", query.trace);
  const { ending, keyed } = query;
  add(
    `recordRef ${keyed ? "IN ({:record}, {:keyed})" : "= {:record}"} AND recordRef <> ''`,
    "record",
    query.record,
  );
  const shown = keyed ? "IN ({:shown}, {:keyedShown})" : "= {:shown}";
  add(
    `${endOf("recordRef", endingShown)} ${shown} AND recordRef <> ''`,
    "shown",
    ending?.slice(-endingShown),
  );
  if (ending !== undefined && ending.length > endingShown) {
    const isIt = `${endOf("recordRef", ending.length)} = {:ending}`;
    add(keyed ? `(${isIt} OR recordRef = {:keyed})` : isIt, "ending", ending);
  }
  if (keyed !== undefined) {
    params.keyed = keyed;
    if (ending !== undefined) params.keyedShown = keyed.slice(-endingShown);
  }
  add("user = {:user} AND user <> ''", "user", query.user);
  add("browser = {:browser} AND browser <> ''", "browser", query.browser);
  add("system = {:system} AND system <> ''", "system", query.system);
  add("occurredAt >= {:from} AND occurredAt <> ''", "from", query.from);
  add("occurredAt <= {:to} AND occurredAt <> ''", "to", query.to);
  add("seq < {:before}", "before", query.before);
  add("outcome = {:outcome}", "outcome", query.outcome);
  if (query.doubtful) where.push(isDoubtful);
  if (query.unattributed) where.push(isUnattributed);
  if (query.kind === dashboard) where.push(isOfDashboard);
  if (query.hidden && query.hidden.length > 0) {
    add("trace NOT IN (SELECT value FROM json_each({:hidden}))", "hidden", JSON.stringify(query.hidden));
  }
  if (query.withoutBlankedActs) {
    where.push(
      "(orderedBy = 0 OR kind NOT GLOB '*.act' AND kind NOT GLOB '*.create' AND kind NOT GLOB '*.update')",
    );
  }
  return where;
}

/** The last characters of a column, as their index has them (pb_migrations/1765200000_ledger_is_searched.js). */
const endOf = (column: string, length: number) => `lower(substr(${column}, -${length}))`;
/** Conditions letter by letter those of their indexes. */
const isUnattributed = "user = '' AND browser <> '' AND attribution <> 'server' AND orderedBy = 0";
const isOfDashboard =
  "NOT (kind >= 'record.' AND kind < 'record/' OR kind >= 'mail.' AND kind < 'mail/' OR kind >= 'browser.' AND kind < 'browser/')";
const dashboard: LogGroup = "dashboard";

/** Where the rows are looked for. */
interface Walk {
  readonly from: string;
  /** Column by which the newest are taken, `seq` or what it is equal to. */
  readonly order: "seq" | "held";
  /** Whether each kind lies apart in it. */
  readonly isByKind: boolean;
  /** Whether so little is walked that the days of a span need not be looked up before. */
  readonly isShort: boolean;
}

/** The most telling filter wins. */
function walkOf(query: LogQuery, byKind: boolean): Walk {
  const by = (index: string, { isByKind = false, isShort = false } = {}): Walk => ({
    from: tableBy(index, query),
    order: "seq",
    isByKind,
    isShort,
  });
  // The primary key, which has no name to go by.
  if (query.id !== undefined) return { from: "events", order: "seq", isByKind: false, isShort: true };
  if (query.seq !== undefined) return by("idx_events_seq", { isShort: true });
  if (query.trace !== undefined) return by("idx_events_trace", { isShort: true });
  if (query.record !== undefined) return by("idx_events_record");
  if (query.ending !== undefined) return by("idx_events_ending");
  if (query.user !== undefined && query.kind === dashboard) return by("idx_events_dashboard_user");
  if (query.user !== undefined)
    return byKind ? by("idx_events_user_kind", { isByKind: true }) : by("idx_events_user");
  if (query.doubtful) return by("idx_events_doubtful");
  if (query.unattributed) return by("idx_events_unattributed");
  if (query.outcome !== undefined) return attempts;
  if (query.kind === dashboard) return by("idx_events_dashboard");
  if (query.browser !== undefined) return by("idx_events_browser");
  // Nearly all that names a system is of records: their kinds would be walked for the little that names this one.
  if (query.system !== undefined && query.kind === "record") return by("idx_events_system");
  if (byKind) return by("idx_events_kind", { isByKind: true });
  return by(query.system === undefined ? "idx_events_seq" : "idx_events_system");
}

/** Attempts with one outcome, each by its number. */
const attempts: Walk = {
  from: "ledger_attempts INDEXED BY idx_ledger_attempts_outcome CROSS JOIN events INDEXED BY idx_events_seq ON seq = held",
  order: "held",
  isByKind: false,
  isShort: false,
};
