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

/**
 * How many browsers were paired at some time of a day: those that had begun by its end, less those that had ended before
 * it. By sorted times, for half a year of hundreds of browsers is asked of a slow engine.
 */
function pairedOn(browsers: readonly Paired[]): (day: Day) => number {
  const begun = browsers.map(({ from }) => from).sort((a, b) => a - b);
  const ended = browsers
    .flatMap(({ from, until }) => (until === undefined ? [] : Math.max(from, until)))
    .sort((a, b) => a - b);
  return ({ start, end }) => countBelow(begun, end) - countBelow(ended, start);
}

/** How many of ascending numbers are less than one. */
function countBelow(sorted: readonly number[], than: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < than) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Says how much of several days was watched. A day that is not over, or lies before the first browser, is not silent.
 *
 * @param nowMs - Days that begin later do not count.
 */
export function coverageBy(
  browsers: readonly Paired[],
  nowMs: number,
): (days: readonly Day[]) => CoverageFigure {
  const pairedAt = pairedOn(browsers);
  return (days) => {
    const figure = { seen: 0, of: 0, silent: 0 };
    for (const day of days) {
      const paired = pairedAt(day);
      if (day.start > nowMs) continue;
      figure.seen += day.seen;
      // A browser that reports around midnight may stand twice on one day.
      if (day.seen > 0) figure.of += Math.max(day.seen, paired);
      else if (paired > 0 && day.end <= nowMs) figure.silent += 1;
    }
    return figure;
  };
}
