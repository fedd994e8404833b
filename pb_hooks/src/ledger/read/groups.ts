import { type LogGroup, logGroups } from "#domain/ledger/log-groups";
import type { LogQuery } from "#domain/ledger/log-query";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { countOf } from "./log-select.ts";

/** Entries of one group that are counted: whoever looks at a log wants to know whether there are any, and roughly how many. */
const mostCounted = 1_000;

/** How many entries of each group fit what is asked for, whichever group is looked at; `mostCounted` may mean more. */
export function groupCounts(app: pb.App, query: LogQuery): Record<LogGroup, number> {
  const counts = { record: 0, mail: 0, browser: 0, dashboard: 0 };
  for (const kind of logGroups) {
    const { sql, params } = countOf({ ...query, kind }, mostCounted);
    counts[kind] = objectsOf<{ n: number }>(app, ["n"], sql, params)[0]?.n ?? 0;
  }
  return counts;
}

/** One step of the index for each, however many events there are. */
const nextSystem = (after: string) =>
  `SELECT min(system) AS system FROM events INDEXED BY idx_events_system WHERE system > ${after} AND system <> ''`;
const systemsSelect = `WITH RECURSIVE known(system) AS (
    SELECT system FROM (${nextSystem("''")})
    UNION ALL SELECT (${nextSystem("known.system")}) FROM known WHERE known.system IS NOT NULL LIMIT 200)
  SELECT system FROM known WHERE system IS NOT NULL`;

/** Every system that an event names. */
export const systemsNamed = (app: pb.App): string[] =>
  rowsOf(app, ["system"], systemsSelect).map(([system]) => String(system));
