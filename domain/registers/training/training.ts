/** Whether a person had training in the two years before a day: the ICO's question (DOMAIN.md 1.5, part 4). */
export type TrainedThen = "yes" | "no" | "no-record";

/** A completion as it was entered. An entry never changes: one that was wrong is mended by another in its place. */
export interface TrainingEntry {
  readonly id: string;
  /** Civil date; '' in an entry that takes another back. */
  readonly completedOn: string;
  /** The entry that this one stands in place of; '' where it mends none. */
  readonly corrects: string;
}

/** The entries that count: neither mended by another nor taken back. */
export function standingEntries<Entry extends TrainingEntry>(entries: readonly Entry[]): Entry[] {
  const mended = new Set(entries.map(({ corrects }) => corrects));
  return entries.filter(({ id, completedOn }) => !mended.has(id) && completedOn !== "");
}

/** What a training is called where its entry does not say. */
export const usualTraining = "Data protection training";

/**
 * "Had the staff member had data protection training in the last two years?", at the day it happened.
 * None recorded is "no record", not "no". A completion after that day does not count; one on the very day two years
 * before does.
 *
 * @param occurredOn - Civil date, `2026-11-20`.
 * @param completedOn - Civil dates of all completions, in any order.
 */
export function trainedWithinTwoYears(occurredOn: string, completedOn: readonly string[]): TrainedThen {
  const before = completedOn.filter((day) => day <= occurredOn);
  if (before.length === 0) return "no-record";
  const earliest = yearsBefore(occurredOn, 2);
  return before.some((day) => day >= earliest) ? "yes" : "no";
}

/** The same day so many years earlier; 28 February for 29 February where there is none. */
function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  const same = `${year}${day.slice(4)}`;
  return day.slice(5) === "02-29" && !isLeap(Number(year)) ? `${year}-02-28` : same;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
