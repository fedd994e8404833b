import { type YearFigures, type YearIncident, yearBefore, yearFigures, yearSpan } from "#domain/figures/year";
import { type Cause, causes, type ReportKind, reportKinds } from "#domain/registers/incidents/kinds";
import { caller } from "../base/caller.ts";
import { objectsOf, rowsOf } from "../base/database.ts";
import { refuse } from "../base/refusal.ts";
import { iso, stored } from "../base/time.ts";
import { type Bounds, type ClinicTime, clinicTime } from "../clinic/clinic-time.ts";
import { hiddenFrom } from "../ledger/offers.ts";
import { verdictOf } from "./counts.ts";
import { recordedSince } from "./recorded-since.ts";

/**
 * `GET /year?year=2026`: the incidents of a calendar year, or of the twelve months that end today, as figures. Like the
 * register's own list it is no reading of the log: what it counts is no behaviour that was recorded.
 */
export function year(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { year: asked = "" } = e.requestInfo().query;
  if (asked !== "" && !/^20\d\d$/.test(asked)) refuse("year", "invalid_value", "Ask for a year, as 2026.");
  const nowMs = Date.now();
  const time = clinicTime(e.app);
  const span = yearSpan(asked === "" ? undefined : Number(asked), time.date(nowMs));
  const hidden = hiddenFrom(e.app, person);
  const since = recordedSince(e.app, hidden, time).incidents;
  const answer: YearFigures = {
    asOf: new Date(nowMs).toISOString(),
    ...span,
    since,
    before: since === null ? null : countBefore(e.app, yearBefore(span), since, hidden, time),
    years: yearsOf(e.app, hidden, time),
    ...yearFigures(openedWithin(e.app, time.bounds(span.from, span.to), hidden)),
  };
  e.json(200, answer);
}

const visible = "id NOT IN (SELECT value FROM json_each({:hidden}))";

/** null where the clinic's record began within that year: fewer would be a claim. */
function countBefore(
  app: pb.App,
  span: { readonly from: string; readonly to: string },
  since: string,
  hidden: readonly string[],
  time: ClinicTime,
): number | null {
  if (since > span.from) return null;
  const { from, to } = time.bounds(span.from, span.to);
  const select = `SELECT count(*) AS n FROM breaches WHERE openedAt >= {:from} AND openedAt <= {:to} AND ${visible}`;
  const params = { from: stored(from), to: stored(to), hidden: JSON.stringify(hidden) };
  return Number(rowsOf(app, ["n"], select, params)[0]?.[0]);
}

/** The years from the first to the last opening, newest first. */
function yearsOf(app: pb.App, hidden: readonly string[], time: ClinicTime): number[] {
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

function openedWithin(app: pb.App, { from, to }: Bounds, hidden: readonly string[]): YearIncident[] {
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
