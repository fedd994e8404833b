import type { YearIncident } from "#domain/figures/year";
import { type Cause, causes, type ReportKind, reportKinds } from "#domain/registers/incidents/kinds";
import { objectsOf, rowsOf } from "../../../base/database.ts";
import { iso, stored } from "../../../base/time.ts";
import type { Bounds, ClinicTime } from "../../../clinic/clinic-time.ts";
import { verdictOf } from "./figures.ts";

const visible = "id NOT IN (SELECT value FROM json_each({:hidden}))";

/** The years from the first to the last opening, newest first. */
export function yearsOfIncidents(app: pb.App, hidden: readonly string[], time: ClinicTime): number[] {
  const select = `SELECT min(openedAt) AS first, max(openedAt) AS last FROM breaches WHERE openedAt <> '' AND ${visible}`;
  const [row] = rowsOf(app, ["first", "last"], select, { hidden: JSON.stringify(hidden) });
  if (!row?.[0] || !row[1]) return [];
  const [first, last] = [row[0], row[1]].map((at) =>
    Number(time.date(Date.parse(iso(String(at)))).slice(0, 4)),
  );
  const years: number[] = [];
  for (let one = last ?? 0; one >= (first ?? 0); one--) years.push(one);
  return years;
}

const times = [
  "occurredFrom",
  "detectedAt",
  "awareAt",
  "provisionalFrom",
  "containedAt",
  "triagedAt",
  "icoSentAt",
] as const;
const columns = [
  "id",
  "number",
  "state",
  "triageVerdict",
  "kind",
  "cause",
  "controllerIco",
  ...times,
] as const;
type Stored = Record<Exclude<(typeof columns)[number], "number">, string> & { readonly number: number };

/** Incidents that were opened within a span, as the year at a glance counts them. */
export function incidentsWithin(
  app: pb.App,
  { from, to }: Bounds,
  hidden: readonly string[],
): YearIncident[] {
  const select = `SELECT ${columns.join(", ")} FROM breaches
    WHERE openedAt >= {:from} AND openedAt <= {:to} AND ${visible} ORDER BY openedAt, id`;
  const params = { from: stored(from), to: stored(to), hidden: JSON.stringify(hidden) };
  return objectsOf<Stored>(app, columns, select, params).map((row) => ({
    id: row.id,
    number: row.number,
    verdict: verdictOf(row.triageVerdict),
    kind: among<ReportKind>(reportKinds, row.kind, "other"),
    cause: among<Cause>(causes, row.cause, "not-known-yet"),
    triageVerdict: row.triageVerdict,
    controllerIco: row.controllerIco,
    closed: row.state === "closed",
    times: Object.fromEntries(
      times.flatMap((one) => (row[one] === "" ? [] : [[one, Date.parse(iso(row[one]))]])),
    ),
  }));
}

const among = <Word extends string>(words: readonly Word[], word: string, otherwise: Word): Word =>
  words.find((one) => one === word) ?? otherwise;
