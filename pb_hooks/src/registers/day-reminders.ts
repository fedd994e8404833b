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
 * only booked, for the morning's mail speaks of it anyway. Each of the two is claimed under a kind of its own: a day that
 * was moved may be told of at the midnight at which the day before it was over.
 *
 * @param kind - Begins with `day-`, by which the mail finds its words. Where a row has several days, each has its own.
 * @param ahead - Days before its day.
 */
export function remindersOfDays(
  app: pb.App,
  kind: `day-${string}`,
  rows: readonly DayOfRow[],
  nowMs: number,
  ahead: number = policy.dayRemindedBefore.amount,
): Due[] {
  if (rows.length === 0) return [];
  const { start } = clinicTime(app);
  const over = `${kind}-over` as const;
  const claimed = new Set([...claimedOf(app, kind), ...claimedOf(app, over)]);
  return rows.flatMap(({ id, day, to }) => {
    const both = [
      { kind, atMs: start(daysAfter(day, -ahead)) },
      { kind: over, atMs: start(daysAfter(day, 1)) },
    ];
    const due = both.filter((one) => one.atMs <= nowMs && !claimed.has(keyOf(one.kind, id, one.atMs)));
    return due.map((one, i) => ({
      ...{ ...one, who: "duty" as const, subject: id, to },
      late: nowMs - one.atMs > milliseconds(policy.reminderCountsAsLateAfter),
      said: i === due.length - 1 && nowMs - one.atMs <= milliseconds(policy.digestLooksAhead),
    }));
  });
}

const keyOf = (kind: string, id: string, atMs: number): string => `${kind} ${id} ${atMs}`;

function claimedOf(app: pb.App, kind: string): string[] {
  const select = "SELECT subject, due FROM reminders WHERE kind = {:kind}";
  return rowsOf(app, ["subject", "due"], select, { kind: `${kind}-duty` }).map(([subject, due]) =>
    keyOf(kind, String(subject), Date.parse(iso(String(due)))),
  );
}
