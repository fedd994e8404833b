import { type ReviewDay, reviewDate, weekAfter } from "#domain/registers/reviews/week";
import type { OwedRow } from "#domain/work/desk";
import { endOfDay, startOfDay } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import type { Laying } from "../register.ts";
import { weeksOf } from "./this-week.ts";

/**
 * This week's review, due by its day or by the week's end, and weeks of which nobody has said why they were not held:
 * over since that day.
 */
export function rowsOfReviews({ app, zone, nowMs }: Laying): OwedRow[] {
  const { thisWeek, done, missed, open } = weeksOf(app, nowMs);
  const clinic = clinicOf(app);
  const named = (clinic?.getString("reviewDay") ?? "") as ReviewDay;
  const lead = clinic?.getString("lead") ?? "";
  const chair = open ? app.findRecordById("reviews", open.id).getString("chair") : "";
  const none = { breach: "", number: 0, title: "", from: "", left: 0, unanswered: false };
  const ofWeek = (kind: "review" | "missed", monday: string, holder: string): OwedRow => {
    const day = reviewDate(monday, named);
    const due = day === "" ? startOfDay(zone, weekAfter(monday)) : endOfDay(zone, day);
    return { ...none, key: `${kind}:${monday}`, kind, text: monday, due, with: [holder] };
  };
  return [
    ...(done ? [] : [ofWeek("review", thisWeek, chair || lead)]),
    ...missed.map((monday) => ofWeek("missed", monday, lead)),
  ];
}
