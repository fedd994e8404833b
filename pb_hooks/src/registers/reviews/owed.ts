import { type ReviewDay, reviewDate, weekAfter } from "#domain/registers/reviews/week";
import type { DeskRow } from "#domain/work/desk";
import { endOfDay, startOfDay } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import type { Laying } from "../register.ts";
import { weeksOf } from "./this-week.ts";

/** This week's review, due by its day or by the week's end, and weeks that nobody has said why they were not held. */
export function rowsOfReviews({ app, zone, nowMs, names }: Laying): DeskRow[] {
  const { thisWeek, done, missed, open } = weeksOf(app, nowMs);
  const day = reviewDate(thisWeek, (clinicOf(app)?.getString("reviewDay") ?? "") as ReviewDay);
  const none = { breach: "", number: 0, title: "", from: "", left: 0, unanswered: false };
  const lead = names([clinicOf(app)?.getString("lead") ?? ""]);
  const chair = open ? names([app.findRecordById("reviews", open.id).getString("chair")]) : [];
  const due = day === "" ? startOfDay(zone, weekAfter(thisWeek)) : endOfDay(zone, day);
  const ofWeek = (kind: "review" | "missed", monday: string) =>
    ({ ...none, key: `${kind}:${monday}`, kind, text: monday }) as const;
  return [
    ...(done ? [] : [{ ...ofWeek("review", thisWeek), due, holders: chair.length > 0 ? chair : lead }]),
    ...missed.map((monday) => ({ ...ofWeek("missed", monday), due: "", holders: lead })),
  ];
}
