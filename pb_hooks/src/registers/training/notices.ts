import { setUpCourses } from "#domain/registers/training/completions";
import type { Completion } from "#domain/registers/training/compliance";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";

/** A version of the monitoring notice, as a course has versions: each ends the one before on the day it was recorded. */
export interface NoticeVersion {
  readonly course: string;
  readonly number: number;
  /** Civil date. */
  readonly from: string;
  readonly oldUntil: string;
}

/** All that were recorded, the oldest first. */
export function noticesIn(app: pb.App): NoticeVersion[] {
  const { date } = clinicTime(app);
  const select = "SELECT number, created AS at FROM notices ORDER BY number";
  return objectsOf<{ number: number; at: string }>(app, ["number", "at"], select).map(({ number, at }) => {
    const from = date(Date.parse(iso(at)));
    return { course: setUpCourses.monitoringNotice, number, from, oldUntil: from };
  });
}

/** The newest version that each person was shown up to a day, on a screen of theirs, as a completion. */
export function noticesShown(app: pb.App, on: string, user = ""): Completion[] {
  const { date } = clinicTime(app);
  const select = `SELECT user, notice, min(at) AS at FROM notice_shown
    WHERE user <> '' AND ({:user} = '' OR user = {:user}) GROUP BY user, notice ORDER BY notice`;
  type Row = { user: string; notice: number; at: string };
  return objectsOf<Row>(app, ["user", "notice", "at"], select, { user }).flatMap(
    ({ user: of, notice, at }) => {
      const completedOn = date(Date.parse(iso(at)));
      return completedOn <= on
        ? [{ user: of, course: setUpCourses.monitoringNotice, number: notice, completedOn }]
        : [];
    },
  );
}
