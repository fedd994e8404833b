import { milliseconds, policy } from "../policy.ts";
import { type Asking, askings } from "../registers/incidents/clock.ts";

/** A reminder that fell due: each is claimed once by its kind, subject and due time. */
export interface DueReminder extends Asking {
  /** Found later than it fell due, because the server was off or word of it came late. */
  readonly late: boolean;
  /** Said at all: of several missed by the same person only the newest is, once. */
  readonly said: boolean;
}

/**
 * What has fallen due of a clock and was not claimed yet, oldest first.
 *
 * @param claimed - Keys (`reminderKey`) of what was claimed before.
 */
export function dueReminders(startMs: number, nowMs: number, claimed: ReadonlySet<string>): DueReminder[] {
  const due = askings(startMs).filter((asking) => asking.atMs <= nowMs && !claimed.has(reminderKey(asking)));
  const newest = new Map(due.map((asking) => [asking.who, asking.atMs]));
  return due.map((asking) => ({
    ...asking,
    late: nowMs - asking.atMs > milliseconds(policy.reminderCountsAsLateAfter),
    said: newest.get(asking.who) === asking.atMs,
  }));
}

export const reminderKey = ({ who, atMs }: Pick<Asking, "who" | "atMs">): string => `${who} ${atMs}`;

/**
 * When a mail that failed is tried again, each time after twice as long; undefined when it is given up.
 *
 * @param tries - How often it was tried, 1 after the first.
 * @param firstMs - When it fell due.
 */
export function nextTry(tries: number, firstMs: number, nowMs: number): number | undefined {
  if (nowMs - firstMs >= milliseconds(policy.mailRetriedFor)) return undefined;
  const wait = milliseconds(policy.mailFirstRetry) * 2 ** Math.min(tries - 1, 20);
  return nowMs + Math.min(wait, milliseconds(policy.mailLastRetry));
}
