/** Lines shown at the beginning and at the end of a long case before all are asked for. */
const [first, last] = [2, 5];
/** Fewer than this in between are no burden: they are shown. */
const atLeast = 3;

/** A timeline as it is shown at first: how it began, how many lines come between, and what happened last. */
export function shortened<Line>(lines: readonly Line[]): {
  readonly begin: readonly Line[];
  readonly between: readonly Line[];
  readonly end: readonly Line[];
} {
  if (lines.length < first + last + atLeast) return { begin: lines, between: [], end: [] };
  return {
    begin: lines.slice(0, first),
    between: lines.slice(first, lines.length - last),
    end: lines.slice(lines.length - last),
  };
}
