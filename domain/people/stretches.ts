import type { StatedChange } from "./stated.ts";

/** An event of a row, as far as it tells of its columns. In the order of the log. */
export interface Touch {
  /** Instant at which it was received. */
  readonly at: string;
  /** Columns that it filled or changed. */
  readonly fields: readonly string[];
  /** What it says of them; events of earlier versions say nothing. */
  readonly changed: readonly StatedChange[];
}

/** A value that a column held from an instant on until the next stretch. */
export interface Stretch {
  /** '' before the first event. */
  readonly from: string;
  /** undefined where no event says it. */
  readonly value: string | undefined;
}

/**
 * What a column held, from the events that touched it: an event with values says what stood before and behind it; between
 * two that say nothing it is not known.
 *
 * @param now - What stands in the column now.
 */
export function stretchesOf(column: string, touches: readonly Touch[], now: string): Stretch[] {
  const touching = touches.filter(
    ({ fields, changed }) => fields.includes(column) || saidOf(column, changed),
  );
  const said = touching.map(({ changed }) => saidOf(column, changed));
  // The event that made the row names what it filled: what it did not name was empty.
  const [made] = touches;
  const begun = made === undefined || touching[0] === made ? undefined : "";
  const between = (i: number): string | undefined =>
    said[i]?.to ??
    (i === -1 ? begun : undefined) ??
    said[i + 1]?.from ??
    (i === touching.length - 1 ? now : undefined);
  return [
    { from: "", value: between(-1) },
    ...touching.map(({ at }, i) => ({ from: at, value: between(i) })),
  ];
}

const saidOf = (column: string, changed: readonly StatedChange[]) =>
  changed.find((one) => one.column === column);

/** Part of a stretch within a time. `next`: when the whole of it ended, '' where it has not. */
export interface Part {
  readonly from: string;
  readonly to: string;
  readonly next: string;
  readonly value: string | undefined;
}

/** Stretches that lie at least in part within a time, cut to it; the end is the first instant that does not belong to it. */
export function within(stretches: readonly Stretch[], start: string, end: string): Part[] {
  return stretches.flatMap(({ from, value }, i) => {
    const next = stretches[i + 1]?.from ?? "";
    const to = next === "" || next > end ? end : next;
    const cut = { from: from < start ? start : from, to, next, value };
    return cut.from < cut.to ? [cut] : [];
  });
}
