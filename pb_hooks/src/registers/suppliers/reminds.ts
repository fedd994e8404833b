import { policy } from "#domain/policy";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import type { Due } from "../register.ts";
import { suppliersWhere } from "./rows.ts";

/** Most suppliers that are looked at in one minute. */
const most = 500;

/** Checks of suppliers whose day comes, or has passed. */
export function dueOfSuppliers(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const rows = suppliersWhere(app, "state = 'in-use' AND nextCheck <= {:soon}", { soon }, most);
  const days = rows.map(({ id, nextCheck, holder }) => ({ id, day: nextCheck, to: holder }));
  return remindersOfDays(app, "day-supplier", days, nowMs);
}
