import { coverageOf } from "#domain/figures/coverage";
import { isRecorded, type TrendSpan, type Trends, trendSpans } from "#domain/figures/trends";
import { daysOfWeek, weekOf, weeksUpTo } from "#domain/registers/reviews/week";
import { type Caller, caller } from "../base/caller.ts";
import { refuse } from "../base/refusal.ts";
import { clinicTime } from "../clinic/clinic-time.ts";
import { hiddenFrom } from "../ledger/offers.ts";
import { recordReading } from "../ledger/read/reading.ts";
import { incidentCounts, mailCounts, numbersOf } from "./counts.ts";
import { pairings } from "./pairings.ts";
import { recordedSince } from "./recorded-since.ts";

/**
 * `GET /trends?weeks=8|26`: weeks of counts, of what this person may see. It shows how people work here, so reading it is
 * an event as reading the log is (DESIGN.md 5), and stands under "who read it" of everybody.
 */
export function trends(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const asked = e.requestInfo().query.weeks ?? String(trendSpans[0]);
  const span = trendSpans.find((one) => String(one) === asked);
  if (span === undefined) refuse("weeks", "invalid_value", `Ask for ${trendSpans.join(" or ")} weeks.`);
  e.json(200, trendsFor(e.app, person, span, Date.now()));
}

function trendsFor(app: pb.App, person: Caller, span: TrendSpan, nowMs: number): Trends {
  const time = clinicTime(app);
  const weeks = weeksUpTo(weekOf(time.date(nowMs)), span).map((monday) => {
    const days = daysOfWeek(monday);
    return { monday, days, sunday: days[6] ?? monday };
  });
  const bounds = weeks.map(({ monday, sunday }) => time.bounds(monday, sunday));
  recordReading(app, person, "trends", { from: bounds[0]?.from, to: bounds[bounds.length - 1]?.to });

  const hidden = hiddenFrom(app, person);
  const since = recordedSince(app, hidden, time);
  const incidents = incidentCounts(app, bounds, hidden);
  const mail = mailCounts(app, bounds, hidden);
  const views = numbersOf(app, "record.view", bounds, hidden);
  const days = weeks.flatMap((week) => week.days);
  const seen = numbersOf(
    app,
    "browser.coverage",
    days.map((day) => time.bounds(day, day)),
    hidden,
  );
  const starts = [...days.map(time.start), Date.parse(bounds[bounds.length - 1]?.to ?? "") + 1];
  const paired = pairings(app);
  return {
    asOf: new Date(nowMs).toISOString(),
    weeks: weeks.map(({ monday, sunday }, i) => {
      const known = (what: keyof Trends["since"]) => isRecorded(sunday, since[what]);
      const ofWeek = Array.from({ length: 7 }, (_, day) => {
        const at = i * 7 + day;
        return { start: starts[at] ?? 0, end: starts[at + 1] ?? 0, seen: seen[at] ?? 0 };
      });
      return {
        monday,
        sunday,
        incidents: known("incidents") ? (incidents[i] ?? null) : null,
        mail: known("mail") ? (mail[i] ?? null) : null,
        views: known("views") ? (views[i] ?? 0) : null,
        coverage: known("coverage") ? coverageOf(ofWeek, paired, nowMs) : null,
      };
    }),
    since,
  };
}
