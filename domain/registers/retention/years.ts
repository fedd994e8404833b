const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const four = (year: number): string => String(year).padStart(4, "0");

/**
 * The same day so many years later; 28 February for 29 February where there is none. The statutes count
 * from the day itself and so end a day earlier: a day longer is lawful.
 *
 * @param day - Civil date, `2024-02-29`.
 */
export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  return day.endsWith("-02-29") && !isLeap(year) ? `${four(year)}-02-28` : four(year) + day.slice(4);
}

/** The first of the month after a day: `2032-03-01` of any day in February 2032. */
export function firstOfMonthAfter(day: string): string {
  const month = Number(day.slice(5, 7));
  if (month === 12) return `${four(Number(day.slice(0, 4)) + 1)}-01-01`;
  return `${day.slice(0, 5)}${String(month + 1).padStart(2, "0")}-01`;
}

/** Whole years from a birth to a day; whoever is born on 29 February is a year older on 28 February. */
export function wholeYears(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return addYears(born, years) <= day ? years : years - 1;
}
