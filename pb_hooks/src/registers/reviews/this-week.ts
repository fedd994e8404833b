import type { ReviewState } from "#domain/registers/reviews/agenda";
import { weekOf, weeksMissed } from "#domain/registers/reviews/week";
import { objectsOf } from "../../base/database.ts";
import { offsetMs } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";

/** A review as far as its week asks. */
interface Held {
  readonly id: string;
  readonly weekOf: string;
  readonly state: ReviewState;
}

/** How the weeks stand at the clinic. */
export interface Weeks {
  /** Civil date at the clinic. */
  readonly today: string;
  /** Its Monday. */
  readonly thisWeek: string;
  /** Prepared or held, and not signed. */
  readonly open: Held | undefined;
  readonly done: boolean;
  /** Mondays of weeks that nobody held, and nobody has said why. */
  readonly missed: readonly string[];
}

export function weeksOf(app: pb.App, nowMs: number): Weeks {
  const zone = clinicOf(app)?.getString("timeZone") ?? "UTC";
  const today = new Date(nowMs + offsetMs(zone, nowMs)).toISOString().slice(0, 10);
  const thisWeek = weekOf(today);
  const all = objectsOf<Held>(
    app,
    ["id", "weekOf", "state"],
    "SELECT id, weekOf, state FROM reviews ORDER BY weekOf",
  );
  const answered = new Set(all.filter(({ state }) => state !== "prepared").map(({ weekOf: week }) => week));
  return {
    today,
    thisWeek,
    open: all.filter(({ state }) => state === "prepared" || state === "held").pop(),
    done: all.some(({ weekOf: week, state }) => week === thisWeek && state === "signed"),
    missed: weeksMissed(answered, all[0]?.weekOf, thisWeek),
  };
}
