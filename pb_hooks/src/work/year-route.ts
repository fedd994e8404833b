import { type YearFigures, yearBefore, yearFigures, yearSpan } from "#domain/figures/year";
import { caller } from "../base/caller.ts";
import { refuse } from "../base/refusal.ts";
import { clinicTime } from "../clinic/clinic-time.ts";
import { hiddenFrom } from "../ledger/offers.ts";
import { incidentsWithin, yearsOfIncidents } from "../registers/incidents/gives/year.ts";
import { figures } from "../registers/index.ts";
import { spanOf } from "../registers/register.ts";

/**
 * `GET /year?year=2026`: a calendar year, or the twelve months that end today, as figures: the incidents opened in it, and
 * what the registers count. Like the register's own list it is no reading of the log: what it counts is no behaviour that
 * was recorded.
 */
export function year(e: pb.RequestEvent): void {
  const { app } = e;
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { year: asked = "" } = e.requestInfo().query;
  if (asked !== "" && !/^20\d\d$/.test(asked)) refuse("year", "invalid_value", "Ask for a year, as 2026.");
  const nowMs = Date.now();
  const time = clinicTime(app);
  const span = yearSpan(asked === "" ? undefined : Number(asked), time.date(nowMs));
  const hidden = hiddenFrom(app, person);
  const last = yearBefore(span);
  const now = spanOf(time, span.from, span.to);
  const before = spanOf(time, last.from, last.to);
  const counted = figures({ app, person, hidden, time, spans: [now, before] });
  const registers = Object.fromEntries(
    counted.map(({ key, since, counts: [parts = {}, earlier = {}] }) => [
      key,
      // Fewer than there were would be a claim.
      { parts, before: since === null || since > before.firstDay ? null : earlier },
    ]),
  );
  const answer: YearFigures = {
    asOf: new Date(nowMs).toISOString(),
    ...span,
    since: counted.find(({ key }) => key === "incidents")?.since ?? null,
    before: sumOf(registers.incidents?.before ?? null),
    years: yearsOfIncidents(app, hidden, time),
    registers,
    ...yearFigures(incidentsWithin(app, now, hidden)),
  };
  e.json(200, answer);
}

const sumOf = (parts: Readonly<Record<string, number>> | null): number | null =>
  parts && Object.values(parts).reduce((sum, count) => sum + count, 0);
