import type { CoverageFigure } from "./trends.ts";

/** A day as the clinic lives it. Instants in milliseconds; `end` is the next day's start. */
export interface Day {
  readonly start: number;
  readonly end: number;
  /** Browsers that reported on it. */
  readonly seen: number;
}

/** When a browser was paired, and when that ended; undefined while it lasts. */
export interface Paired {
  readonly from: number;
  readonly until: number | undefined;
}

/** How many browsers were paired at some time of a day. */
function pairedOn(day: Day, browsers: readonly Paired[]): number {
  return browsers.filter(({ from, until }) => from < day.end && (until === undefined || until >= day.start))
    .length;
}

/**
 * How much of several days was watched. A day that is not over, or lies before the first browser, is not silent.
 *
 * @param nowMs - Days that begin later do not count.
 */
export function coverageOf(days: readonly Day[], browsers: readonly Paired[], nowMs: number): CoverageFigure {
  const figure = { seen: 0, of: 0, silent: 0 };
  for (const day of days) {
    const paired = pairedOn(day, browsers);
    if (day.start > nowMs) continue;
    figure.seen += day.seen;
    // A browser that reports around midnight may stand twice on one day.
    if (day.seen > 0) figure.of += Math.max(day.seen, paired);
    else if (paired > 0 && day.end <= nowMs) figure.silent += 1;
  }
  return figure;
}
