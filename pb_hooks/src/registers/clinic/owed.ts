import { type CandourReport, clinicId } from "#domain/clinic/clinic";
import { candourYearsDue, owesCandourYear } from "#domain/law/candour-year";
import type { OwedRow } from "#domain/work/desk";
import { msIn } from "../../base/instants.ts";
import { listIn } from "../../base/rows.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersIn } from "../../clinic/four-answers.ts";
import type { Laying } from "../register.ts";

/** Scotland's yearly report on the duty of candour: of the year that ended until it is published, and the one to come. */
export function rowsOfClinic({ app, nowMs }: Laying): OwedRow[] {
  const clinic = clinicOf(app);
  if (!clinic || !owesCandourYear(answersIn(clinic))) return [];
  const { date, start } = clinicTime(app);
  const since = msIn(clinic, "since");
  const published = listIn<CandourReport>(clinic, "candourReports").map(({ year }) => year);
  const due = candourYearsDue(date(nowMs), since === undefined ? "" : date(since), published);
  return due.map(({ last, from }) => ({
    key: `candour-year:${clinicId}:${last}`,
    kind: "candour-year",
    breach: "",
    number: 0,
    title: "",
    text: last,
    page: `/candour-year?year=${last}`,
    from: "",
    due: new Date(start(from)).toISOString(),
    with: [clinic.getString("lead")],
    left: 0,
    unanswered: false,
    withoutDelay: true,
  }));
}
