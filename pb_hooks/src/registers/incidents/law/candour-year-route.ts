import { type CandourYear, candourFigures } from "#domain/law/candour-figures";
import { owesCandourYear } from "#domain/law/candour-year";
import { financialYearOf } from "#domain/law/financial-year";
import type { NoticeNoted } from "#domain/registers/incidents/notices-due";
import { caller } from "../../../base/caller.ts";
import { now } from "../../../base/clock.ts";
import { msIn } from "../../../base/instants.ts";
import { reading } from "../../../base/once.ts";
import { refuse } from "../../../base/refusal.ts";
import { clinicTime } from "../../../clinic/clinic-time.ts";
import { answersOf } from "../../../clinic/four-answers.ts";
import { casesFor } from "../case-facts.ts";
import { objectIn } from "../versions/snapshot-parts.ts";
import { lawAnswersIn } from "./answers.ts";

/**
 * `GET /candour-year?year`: figures of Scotland's yearly report on the duty of candour, of the cases that the reader may
 * read. `year` is the last day of a financial year.
 */
export function candourYear(e: pb.RequestEvent): void {
  const person = caller(e, ["manager", "dpo", "auditor"]);
  const { year = "" } = e.requestInfo().query;
  if (!/^20\d\d-03-31$/.test(year))
    refuse("year", "invalid_value", "A year is named by its last day, in March.");
  const answers = answersOf(e.app);
  if (!answers || !owesCandourYear(answers)) refuse("year", "not-asked", "This clinic owes no such report.");
  const { first, last } = financialYearOf(year);
  const { date } = clinicTime(e.app);
  const all = reading(() => casesFor(e.app, person, "state != 'withdrawn' && triageVerdict != 'neither'"));
  const cases = all.filter((breach) => {
    const ms = msIn(breach, "occurredFrom") ?? msIn(breach, "detectedAt") ?? msIn(breach, "openedAt");
    const day = ms === undefined ? "" : date(ms);
    return day >= first && day <= last;
  });
  const figures = candourFigures(
    answers,
    cases.map((breach) => ({
      facts: lawAnswersIn(breach).candour,
      done: Object.entries(objectIn<NoticeNoted>(breach, "otherNotices")).flatMap(([id, { done }]) =>
        done ? [id] : [],
      ),
    })),
  );
  e.json(200, { asOf: now(), first, last, ...figures } satisfies CandourYear);
}
