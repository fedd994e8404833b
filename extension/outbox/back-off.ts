import { milliseconds, policy } from "#domain/policy";

/**
 * How long to wait before the next try, in milliseconds: doubled with each failure, capped, and spread out so that a
 * clinic's browsers don't all come back to a mended server at once.
 *
 * @param failures - Failures in a row so far, 1 or more.
 * @param random - 0 up to 1.
 */
export function backOff(failures: number, random: number): number {
  const doubled = milliseconds(policy.sendingFirstRetry) * 2 ** Math.min(failures - 1, 20);
  const capped = Math.min(doubled, milliseconds(policy.sendingLastRetry));
  return Math.round(capped / 2 + (capped / 2) * random);
}

/**
 * How long the server asks to be left alone, in milliseconds (RFC 9110, 10.2.3, in seconds): never less than after a first
 * failure, and never more than an hour, so that a mistaken answer costs no more than that.
 */
export function waitTold(headers: Pick<Headers, "get">): number {
  const told = Number(headers.get("retry-after") ?? 0) * 1000;
  const least = milliseconds(policy.sendingFirstRetry);
  return Number.isFinite(told)
    ? Math.min(Math.max(told, least), milliseconds(policy.sendingWaitsAtMost))
    : least;
}

/**
 * Whether a try is due. One that is set further ahead than any is was set by a clock that has been put right since: waited
 * for, it would keep everything here for as long as that clock was wrong.
 */
export const isDue = (nextTry: number, now: number): boolean =>
  now >= nextTry || nextTry - now > milliseconds(policy.sendingWaitsAtMost);
