import { daysAfter } from "#domain/law/working-days";
import { milliseconds, policy } from "#domain/policy";
import { rowsOf } from "../base/database.ts";
import { iso } from "../base/time.ts";
import { clinicTime } from "../clinic/clinic-time.ts";
import type { Due } from "./register.ts";

/** A row with its day: a civil date at the clinic, up to which somebody has time. */
export interface DayOfRow {
  readonly id: string;
  readonly day: string;
  /** Who holds it. */
  readonly to: string;
}

/**
 * Whoever holds a row is reminded some days before its day, and once it has passed; what was missed by more than a day is
 * only booked, for the morning's mail speaks of it anyway.
 *
 * @param kind - Begins with `day-`, by which the mail finds its words.
 */
export function remindersOfDays(
  app: pb.App,
  kind: `day-${string}`,
  rows: readonly DayOfRow[],
  nowMs: number,
): Due[] {
  if (rows.length === 0) return [];
  const { start } = clinicTime(app);
  const claimed = claimedOf(app, kind);
  return rows.flatMap(({ id, day, to }) => {
    const last = start(daysAfter(day, 1));
    const due = [start(daysAfter(day, -policy.dayRemindedBefore.amount)), last].filter(
      (atMs) => atMs <= nowMs && !claimed.has(`${id} ${atMs}`),
    );
    return due.map((atMs, i) => ({
      ...{ kind, who: "duty" as const, subject: id, atMs, to },
      late: nowMs - atMs > milliseconds(policy.reminderCountsAsLateAfter),
      said: i === due.length - 1 && nowMs - atMs <= milliseconds(policy.digestLooksAhead),
    }));
  });
}

function claimedOf(app: pb.App, kind: string): Set<string> {
  const select = "SELECT subject, due FROM reminders WHERE kind = {:kind}";
  return new Set(
    rowsOf(app, ["subject", "due"], select, { kind: `${kind}-duty` }).map(
      ([subject, due]) => `${subject} ${Date.parse(iso(String(due)))}`,
    ),
  );
}
