const msPerDay = 86_400_000;

/** Days of the weekly review, as the extension's dialogs name them; '' while the clinic holds none. */
export const reviewDays = [
  "",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export type ReviewDay = (typeof reviewDays)[number];

const civilDay = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
const civilDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The Monday of the week that a civil date lies in. */
export function weekOf(date: string): string {
  const ms = civilDay(date);
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return civilDate(ms - sinceMonday * msPerDay);
}

export const weekAfter = (monday: string): string => civilDate(civilDay(monday) + 7 * msPerDay);

/** Mondays of as many weeks as `count`, oldest first; the last is `monday` itself. */
export function weeksUpTo(monday: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    civilDate(civilDay(monday) - (count - 1 - i) * 7 * msPerDay),
  );
}

/** The seven civil dates of a week, from its Monday on. */
export function daysOfWeek(monday: string): string[] {
  return Array.from({ length: 7 }, (_, i) => civilDate(civilDay(monday) + i * msPerDay));
}

/**
 * Weeks that were not held and for which nobody has said why, oldest first: from the first review ever to the week
 * before this one.
 *
 * @param answered - Mondays of weeks that were held, or missed with a reason.
 * @param first - Monday of the first review; undefined before any, and then nothing is missed.
 */
export function weeksMissed(
  answered: ReadonlySet<string>,
  first: string | undefined,
  thisWeek: string,
): string[] {
  const missed: string[] = [];
  for (let week = first; week !== undefined && week < thisWeek; week = weekAfter(week)) {
    if (!answered.has(week)) missed.push(week);
  }
  return missed;
}

/**
 * The day of the week's review as a civil date.
 *
 * @returns '' while the clinic has named no day.
 */
export function reviewDate(monday: string, day: ReviewDay): string {
  const after = reviewDays.indexOf(day) - 1;
  return after < 0 ? "" : civilDate(civilDay(monday) + after * msPerDay);
}
