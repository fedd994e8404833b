import { details } from "#domain/ledger/event-kinds";
import { type EventRow, eventColumns } from "#domain/ledger/ledger";
import type { LogQuery } from "#domain/ledger/log-query";
import { isDoubtful } from "./doubtful.ts";
import { heldOutcome } from "./held-outcome.ts";

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

/** A span up to which looking up by time and sorting by seq costs less than walking the chain, in milliseconds. */
const shortSpan = 45 * 86_400_000;

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

/** How many events fit, whatever page is looked at. */
export function countOf(query: LogQuery): Select {
  const { sql, params } = eventsOf({ ...query, before: undefined }, -1);
  return { sql: `SELECT count(*) AS n FROM (${sql})`, params };
}

function eventsOf(query: LogQuery, limit: number): Select {
  const kinds = query.kind === undefined ? [undefined] : kindsOf(query.kind);
  const params: { [name: string]: string | number } = { limit };
  // Kinds of a family lie apart in their index: a page of each is taken, and the newest of these make the page.
  const parts = kinds.map((kind, i) => {
    const where = conditions(query, params);
    if (kind !== undefined) {
      where.push(`kind = {:kind${i}}`);
      params[`kind${i}`] = kind;
    }
    const by = where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`;
    return `SELECT * FROM (SELECT ${columns} FROM events ${indexFor(query)} ${by} ORDER BY seq DESC LIMIT {:limit})`;
  });
  return { sql: `${parts.join(" UNION ALL ")} ORDER BY seq DESC LIMIT {:limit}`, params };
}

const columns = eventColumns.map((column) => `"${column}"`).join(", ");

/** The members of a family; a register's kinds are the same three for each register. */
function kindsOf(kind: string): string[] {
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
  add("recordRef = {:record} AND recordRef <> ''", "record", query.record);
  add("user = {:user} AND user <> ''", "user", query.user);
  add("system = {:system} AND system <> ''", "system", query.system);
  add("occurredAt >= {:from} AND occurredAt <> ''", "from", query.from);
  add("occurredAt <= {:to} AND occurredAt <> ''", "to", query.to);
  add("seq < {:before}", "before", query.before);
  add(`coalesce(${heldOutcome("events")}, 'open') = {:outcome}`, "outcome", query.outcome);
  if (query.doubtful) where.push(isDoubtful);
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

/** The index to go by, said outright: without statistics SQLite would guess. The most telling filter wins. */
function indexFor(query: LogQuery): string {
  // The primary key, which has no name to go by.
  if (query.id !== undefined) return "";
  if (query.seq !== undefined) return "INDEXED BY idx_events_seq";
  if (query.trace !== undefined) return "INDEXED BY idx_events_trace";
  if (query.record !== undefined) return "INDEXED BY idx_events_record";
  if (query.user !== undefined) return "INDEXED BY idx_events_user";
  if (query.doubtful) return "INDEXED BY idx_events_doubtful";
  if (query.kind !== undefined) return "INDEXED BY idx_events_kind";
  if (isShort(query)) return "INDEXED BY idx_events_occurred";
  return query.system === undefined ? "INDEXED BY idx_events_seq" : "INDEXED BY idx_events_system";
}

function isShort({ from, to }: LogQuery): boolean {
  return from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) <= shortSpan;
}
