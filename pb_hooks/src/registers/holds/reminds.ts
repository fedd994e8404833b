import { policy } from "#domain/policy";
import { objectsOf } from "../../base/database.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { type DayOfRow, remindersOfDays } from "../day-reminders.ts";
import type { Due } from "../register.ts";
import { holdsSql } from "./sql.ts";

/** Holds that run and whose day comes to look at them again, or has passed: whoever authorised them is reminded. */
export function dueOfHolds(app: pb.App, nowMs: number): Due[] {
  const { date } = clinicTime(app);
  const soon = date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const days = objectsOf<DayOfRow>(
    app,
    ["id", "day", "to"],
    `SELECT h.id AS id, h.reviewOn AS day, h.authoriser AS "to" FROM holds h
     WHERE h.releasedAt = '' AND h.reviewOn <= {:soon} AND ${holdsSql("h")} ORDER BY h.reviewOn, h.id`,
    { soon, today: date(nowMs) },
  );
  return remindersOfDays(app, "day-hold", days, nowMs);
}
