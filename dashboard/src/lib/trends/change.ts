import { inWords } from "#lib/format/sentence.ts";
import { dayWords } from "./week-words.ts";

/** A number of each week, oldest first; the last week is not over, and null was not recorded yet. */
export type Weekly = readonly (number | null)[];

/** What the last whole week was, and how that differs from the one before: "Last week 3, one more than the week before." */
export function changeWords(weekly: Weekly): string {
  const last = weekly.at(-2) ?? null;
  const before = weekly.at(-3) ?? null;
  if (last === null) return "No whole week is recorded yet.";
  const count = last.toLocaleString("en-GB");
  if (before === null) return `Last week ${count}.`;
  if (last === before) return `Last week ${count}, as many as the week before.`;
  const by = inWords(Math.abs(last - before));
  return `Last week ${count}, ${by} ${last > before ? "more" : "fewer"} than the week before.`;
}

export const sumOf = (weekly: Weekly): number => weekly.reduce<number>((sum, one) => sum + (one ?? 0), 0);

/**
 * "in 8 weeks", or since when it is recorded where that is shorter.
 *
 * @param since - Civil date.
 */
export function spanWords(weekly: Weekly, since: string | null, now: number): string {
  return since !== null && weekly.includes(null)
    ? `since ${dayWords(since, now)}`
    : `in ${weekly.length} weeks`;
}
