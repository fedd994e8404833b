import { policy } from "#domain/policy";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import type { Due } from "../register.ts";
import { auditsWhere, inUse } from "./rows.ts";

/** Most audits that are looked at in one minute. */
const most = 500;

/** Audits whose day comes, or has passed. */
export function dueOfAudits(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const rows = auditsWhere(app, `${inUse} AND nextOn <> '' AND nextOn <= {:soon}`, { soon }, most);
  const days = rows.map(({ id, nextOn, owner }) => ({ id, day: nextOn, to: owner }));
  return remindersOfDays(app, "day-audit", days, nowMs);
}
