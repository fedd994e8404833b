const msOfDay = 86_400_000;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A civil date so many days later, or earlier where it is less than 0. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * msOfDay).toISOString().slice(0, 10);

/** The same day of the month so many months later; the month's last one where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const all = year * 12 + (month - 1) + months;
  const [then, of] = [Math.floor(all / 12), (all % 12) + 1];
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(then).padStart(4, "0")}-${two(of)}-${two(Math.min(date, daysIn(then, of)))}`;
}

/**
 * The last day on which a training counts: the same day after the interval (issue 10, item 1). What was completed on
 * 29 February 2024 counts on 28 February 2025 for the last time where it is asked every 12 months.
 *
 * @param months - Interval; 0 for what is asked once.
 * @returns '' for what never ends.
 */
export const lastDayOf = (completedOn: string, months: number): string =>
  months === 0 ? "" : monthsAfter(completedOn, months);

/** The earlier of two last days, of which '' is no end at all. */
export const earlierEnd = (one: string, other: string): string =>
  one === "" ? other : other === "" || one < other ? one : other;

/** Whether a day lies in a span of civil dates, both within; '' is open at that side. */
export const isWithin = (day: string, { from, until }: { from: string; until: string }): boolean =>
  from <= day && (until === "" || day <= until);

/** The calendar as many are judged by it: what was reckoned once is remembered, which PocketBase's engine thanks. */
export interface Reckoning {
  readonly daysAfter: typeof daysAfter;
  readonly lastDayOf: typeof lastDayOf;
}

export function reckoning(): Reckoning {
  const remembered = (reckon: (day: string, by: number) => string) => {
    const all = new Map<number, Map<string, string>>();
    return (day: string, by: number): string => {
      let known = all.get(by);
      if (!known) {
        known = new Map();
        all.set(by, known);
      }
      const found = known.get(day);
      if (found !== undefined) return found;
      const answer = reckon(day, by);
      known.set(day, answer);
      return answer;
    };
  };
  return { daysAfter: remembered(daysAfter), lastDayOf: remembered(lastDayOf) };
}
