import { cctvItems } from "#domain/registers/cctv/for-review";
import { cctvDue } from "#domain/registers/cctv/standing";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { endOfDay } from "../../base/time-zone.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Figure, Laying, Reviewing } from "../register.ts";
import { gathered } from "./gather.ts";

/** What is asked beside the register itself. */
export const aroundIn = (app: pb.App, today: string) => ({
  today,
  lead: leadOf(app),
  nation: answersOf(app)?.nation ?? "england",
});

/** What CCTV is owed, by day, with whoever is responsible. */
export function owedOnCctv({ app, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  return cctvDue(gathered(app, today), aroundIn(app, today)).map(({ key, text, on, with: held }) =>
    otherRow({
      key: `cctv:${key}`,
      text,
      due: on === "" ? "" : endOfDay(zone, on),
      with: held,
      page: "/cctv",
    }),
  );
}

export function agendaOfCctv({ app, today }: Reviewing): Draft[] {
  const known = gathered(app, today);
  return cctvItems(known, cctvDue(known, aroundIn(app, today)), today);
}

export const cctvFigures = (counting: Counting): Figure[] => [
  countedBetween(counting, "cctv", {
    looks: { table: "camera_checks", column: "at" },
    beyond: {
      table: "camera_checks",
      column: "at",
      where: "julianday(day) - julianday(oldest) > limitDays",
    },
    viewings: { table: "footage_viewings", column: "at" },
  }),
];
