import { doubtOf } from "#domain/doubtful";
import type { LogQuery } from "#domain/log-query";
import { now } from "../clock.ts";
import { asked } from "./asked.ts";
import { sendCsv } from "./csv.ts";
import { objectsOf } from "./database.ts";
import { countOf, type NamedRow, namedColumns, pageOf } from "./log-select.ts";
import { keptFilter, recordExport, recordReading } from "./reading.ts";

/** Rows that one page of a file is read in. */
const filePage = 1_000;

/** `GET /api/chaperone/events`: the log, newest first; staff see their own. `next` is the `before` of the next page. */
export function events(e: pb.RequestEvent): void {
  const who = asked(e, [
    "user",
    "record",
    "kind",
    "system",
    "from",
    "to",
    "trace",
    "doubtful",
    "before",
    "limit",
    "format",
  ]);
  const { person, query } = who;
  const what = query.trace === undefined ? "events" : "trace";
  if (query.format === "csv") {
    recordExport(e.app, person, what, keptFilter(query), countRows(e.app, query));
    sendCsv(e, who, "events", csvHeader, csvPages(e.app, query));
    return;
  }
  recordReading(e.app, person, what, keptFilter(query));
  const page = pageAfter(e.app, query, query.limit);
  e.json(200, { ...page, asOf: now() });
}

/** A page and where the next one begins; null after the last. One row more is read to know. */
export function pageAfter(
  app: pb.App,
  query: LogQuery,
  limit: number,
): { rows: NamedRow[]; next: number | null } {
  const { sql, params } = pageOf(query, limit + 1);
  const rows = objectsOf<NamedRow>(app, namedColumns, sql, params);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown[shown.length - 1]?.seq ?? null) : null };
}

export function countRows(app: pb.App, query: LogQuery): number {
  const { sql, params } = countOf(query);
  return objectsOf<{ n: number }>(app, ["n"], sql, params)[0]?.n ?? 0;
}

/** All pages of a query, one after the other, whatever page was looked at. */
export function* pagesOf(app: pb.App, query: LogQuery): Generator<NamedRow[]> {
  let before: number | null | undefined;
  while (before !== null) {
    const page: { rows: NamedRow[]; next: number | null } = pageAfter(app, { ...query, before }, filePage);
    yield page.rows;
    before = page.next;
  }
}

const csvColumns = [
  "seq",
  "occurredAt",
  "receivedAt",
  "kind",
  "userName",
  "user",
  "attribution",
  "browserName",
  "system",
  "recordRef",
  "recordKind",
  "trace",
  "detail",
  "orderedBy",
  "hash",
] as const satisfies readonly (keyof NamedRow)[];
const csvHeader: readonly string[] = [...csvColumns, "doubtful"];

function* csvPages(app: pb.App, query: LogQuery) {
  for (const rows of pagesOf(app, query)) {
    yield rows.map((row) => [...csvColumns.map((column) => row[column]), doubtOf(row)?.why ?? ""]);
  }
}
