import { calendarReach } from "#domain/law/working-days";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";

/** The list of bank holidays runs out: limits that lie behind its end can't be counted to the day. */
export function rowsOfCalendar({ app, nowMs, zone }: Laying): OwedRow[] {
  const clinic = clinicOf(app);
  const { to, warns } = calendarReach(clinicTime(app).date(nowMs));
  if (!clinic || !warns) return [];
  return [
    otherRow({
      key: `calendar:${to}`,
      text: "The list of bank holidays runs out: install a newer Chaperone",
      due: endOfDay(zone, to),
      with: [clinic.getString("lead")],
      page: "/law#calendar",
    }),
  ];
}
