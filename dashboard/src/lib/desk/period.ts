import { dayAfter } from "#lib/format/time.ts";

export const periods = ["this-year", "last-year", "twelve-months", "other"] as const;
export type PeriodName = (typeof periods)[number];

/** Civil dates, both within. */
export type Period = { readonly from: string; readonly to: string };

/** @param today - Civil date at the clinic. */
export function periodOf(name: Exclude<PeriodName, "other">, today: string): Period {
  const year = Number(today.slice(0, 4));
  if (name === "this-year") return { from: `${year}-01-01`, to: today };
  if (name === "last-year") return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  // 29 February is no day of the year before: then it begins on 1 March.
  const sameDay = new Date(Date.UTC(year - 1, Number(today.slice(5, 7)) - 1, Number(today.slice(8))));
  const same = sameDay.toISOString().slice(0, 10);
  return { from: same.slice(8) === today.slice(8) ? dayAfter(same) : same, to: today };
}
