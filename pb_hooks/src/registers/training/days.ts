import { isRealDay } from "#domain/base/civil-date";
import { nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";

/** Civil date at the clinic. */
export const todayIn = (app: pb.App): string => clinicTime(app).date(nowMs());

/** @throws {BadRequestError} If the calendar has no such day; '' is none, and passes. */
export function requireReal(field: string, day: string): void {
  if (day !== "" && !isRealDay(day)) refuse(field, "invalid_format", "There is no such day.");
}

/** @throws {BadRequestError} If the day does not exist, or is still to come at the clinic. */
export function requirePastDay(app: pb.App, field: string, day: string): void {
  requireReal(field, day);
  if (day > todayIn(app)) refuse(field, "in-future", "This day is still to come.");
}

/** @throws {BadRequestError} If either does not exist, or the last lies before the first. */
export function requireSpan(field: string, { from, until }: { from: string; until: string }): void {
  requireReal("data.from", from);
  requireReal(field, until);
  if (from !== "" && until !== "" && until < from)
    refuse(field, "too-early", "The last day lies before the first.");
}
