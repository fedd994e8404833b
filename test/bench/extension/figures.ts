/** The middle one. */
export const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;

/** What 95 of a hundred stay within. */
export const p95 = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.ceil(all.length * 0.95) - 1)] ?? 0;

/** With one digit after the point. */
export const tenth = (amount: number): number => Math.round(amount * 10) / 10;
