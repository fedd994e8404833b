/** A stretch of the chain, both ends in it. */
export type SeqRange = readonly [first: number, last: number];

/** Joins ascending numbers to stretches: 1 2 3 7 -> [1,3] [7,7]. */
export function rangesOf(seqs: Iterable<number>): SeqRange[] {
  const ranges: [number, number][] = [];
  for (const seq of seqs) appendTo(ranges, seq);
  return ranges;
}

/** Adds a number to ascending stretches, longer than all before. */
export const appendTo = (ranges: [number, number][], seq: number): void => appendRange(ranges, seq, seq);

/** Adds a stretch to ascending stretches, behind all before. */
export function appendRange(ranges: [number, number][], from: number, to: number): void {
  const last = ranges[ranges.length - 1];
  if (last && last[1] === from - 1) last[1] = to;
  else ranges.push([from, to]);
}

/** The first number that lies in one of `ranges` and in none of `others`; both ascend. */
export function firstOutside(ranges: readonly SeqRange[], others: readonly SeqRange[]): number | undefined {
  let at = 0;
  for (const [first, last] of ranges) {
    let next = first;
    while (next <= last) {
      while ((others[at]?.[1] ?? Number.POSITIVE_INFINITY) < next) at += 1;
      const other = others[at];
      if (!other || other[0] > next) return next;
      next = other[1] + 1;
    }
  }
  return undefined;
}
