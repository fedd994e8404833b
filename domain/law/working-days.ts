import type { Nation } from "./four-answers.ts";
import { from } from "./rule.ts";

/** From and up to where the bank holidays below are whole; outside no working day is counted. */
export const holidaysKnown = {
  from: "2026-11-01",
  to: "2027-12-31",
  source: from(
    "gov.uk bank holidays, a stored copy of its feed",
    "England and Wales; Scotland; Northern Ireland",
  ),
} as const;

const everywhere = [
  "2026-12-25",
  "2026-12-28",
  "2027-01-01",
  "2027-03-26",
  "2027-05-03",
  "2027-05-31",
  "2027-12-27",
  "2027-12-28",
];
const englandAndWales = [...everywhere, "2027-03-29", "2027-08-30"];
const holidays: Readonly<Record<Nation, readonly string[]>> = {
  england: englandAndWales,
  wales: englandAndWales,
  "northern-ireland": [...englandAndWales, "2027-03-17", "2027-07-12"],
  scotland: [...everywhere, "2026-11-30", "2027-01-04", "2027-08-02", "2027-11-30"],
};

/**
 * The civil date so many working days after another, which itself is not counted.
 *
 * @returns undefined where it would leave the days whose bank holidays are known: then nothing is guessed.
 */
export function workingDaysAfter(day: string, count: number, nation: Nation): string | undefined {
  let at = day;
  for (let left = count; left > 0; ) {
    at = new Date(Date.parse(`${at}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
    if (at < holidaysKnown.from || at > holidaysKnown.to) return undefined;
    const weekday = new Date(`${at}T00:00:00.000Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays[nation].includes(at)) left -= 1;
  }
  return at;
}

/** The same day so many months on; the last of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
