import { milliseconds, policy, retentionDays } from "../policy.ts";

/** How long events of a family are kept, and from when on they are over. */
export interface Expiry {
  readonly family: string;
  /** Events received before this instant are over their time. */
  readonly before: string;
  /** Name of the rule, as the order that blanks them keeps it. */
  readonly rule: string;
}

/** Longest time that a policy may keep a view, in days: eight years with their leap days (policy.eventsKeptAtMost). */
const longestDays = Math.ceil(policy.eventsKeptAtMost.amount * 365.25);

/**
 * The rules of retention as of a moment. `event` and the registers are not among them: they never expire.
 *
 * @param now - Milliseconds since 1970.
 * @throws {RangeError} If a family is kept longer than any may be.
 */
export function expiries(now: number): Expiry[] {
  return Object.entries(retentionDays).map(([family, kept]) => {
    if (kept.amount > longestDays)
      throw new RangeError(`${family} events are kept longer than ${longestDays} days`);
    return {
      family,
      before: new Date(now - milliseconds(kept)).toISOString(),
      rule: `${family}-${kept.amount}-days`,
    };
  });
}
