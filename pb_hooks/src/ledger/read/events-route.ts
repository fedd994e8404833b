import * as z from "zod/mini";
import { doubtOf } from "#domain/ledger/doubtful";
import type { LogQuery } from "#domain/ledger/log-query";
import { besideInWords } from "#domain/registers/objections/objection";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { bodyOf } from "../../base/refusal.ts";
import { saidAbout } from "../offers.ts";
import { type Asked, asked } from "./asked.ts";
import { sendCsv } from "./csv.ts";
import { sealCursor } from "./cursor.ts";
import { groupCounts, systemsNamed } from "./groups.ts";
import { countOf, type NamedRow, namedColumns, pageOf } from "./log-select.ts";
import { withReaders } from "./marked-readers.ts";
import { keptFilter, recordExport, recordReading } from "./reading.ts";
import { isOfChain, readsChain, type Shown, shownTo } from "./shown-row.ts";

/** Rows that one page of a file is read in. */
const filePage = 1_000;

const parameters = [
  ...(["id", "seq", "user", "record", "ending", "browser", "unattributed", "kind", "system"] as const),
  ...(["from", "to", "trace", "doubtful", "counted", "before", "limit", "format"] as const),
];

/** `GET /api/chaperone/events`: the log, newest first; staff see their own. `next` is the `before` of the next page. */
export const events = (e: pb.RequestEvent): void => answered(e, asked(e, parameters));

const body = z.strictObject({ query: z.string().check(z.maxLength(2_000)) });

/** `POST /api/chaperone/log`: the same, by a query in the body: a record's reference stands in no address and no server's log. */
export const eventsOfBody = (e: pb.RequestEvent): void =>
  answered(e, asked(e, parameters, bodyOf(e, body).query));

function answered(e: pb.RequestEvent, who: Asked): void {
  const { person, query } = who;
  const what = query.trace === undefined ? "events" : "trace";
  if (query.format === "csv") {
    recordExport(e.app, person, what, keptFilter(query), countRows(e.app, query));
    const columns = columnsFor(person);
    sendCsv(e, who, "events", [...columns, "doubtful", "said"], csvPages(e.app, who, columns));
    return;
  }
  recordReading(e.app, person, what, keptFilter(query));
  const { rows, next } = pageAfter(e.app, query, query.limit);
  const said = saidAbout(
    e.app,
    rows.map(({ id }) => id),
  );
  e.json(200, {
    rows: rows.map((row) => {
      const beside = said.get(row.id);
      return beside ? { ...shownTo(person, row), said: beside } : shownTo(person, row);
    }),
    next: nextFor(e, who, next),
    asOf: now(),
    ...(query.counted && { counts: groupCounts(e.app, query), systems: systemsFor(e.app, person) }),
  });
}

/** Staff see their own entries alone, and no more of the clinic by them. */
const systemsFor = (app: pb.App, { role }: Caller): string[] => (role === "staff" ? [] : systemsNamed(app));

/** Where the next page begins, as the person is told it. */
export const nextFor = (e: pb.RequestEvent, { person, query }: Asked, next: number | null): string | null =>
  next === null ? null : sealCursor(person, e.request.url.path, query, next);

/** A page and where the next one begins; null after the last. One row more is read to know. */
export function pageAfter(
  app: pb.App,
  query: LogQuery,
  limit: number,
): { rows: NamedRow[]; next: number | null } {
  const { sql, params } = pageOf(query, limit + 1);
  const rows = objectsOf<NamedRow>(app, namedColumns, sql, params);
  const shown = rows.slice(0, limit);
  return {
    rows: withReaders(app, shown),
    next: rows.length > limit ? (shown[shown.length - 1]?.seq ?? null) : null,
  };
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
  "id",
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

/** The lead's file knows an event by its number, everybody else's by its id. */
const columnsFor = (person: Caller): (typeof csvColumns)[number][] =>
  csvColumns.filter((column) => (readsChain(person) ? column !== "id" : !isOfChain(column)));

function* csvPages(app: pb.App, { person, query }: Asked, columns: ReturnType<typeof columnsFor>) {
  for (const rows of pagesOf(app, query)) {
    const said = saidAbout(
      app,
      rows.map(({ id }) => id),
    );
    yield rows.map((row) => {
      const shown: Shown = shownTo(person, row);
      const beside = (said.get(row.id) ?? []).map(besideInWords).join("; ");
      return [...columns.map((column) => shown[column] ?? ""), doubtOf(row)?.why ?? "", beside];
    });
  }
}
