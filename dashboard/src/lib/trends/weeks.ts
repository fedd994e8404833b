import type { TrendWeek } from "#domain/figures/trends";
import type { Cell, Figure } from "./figure.ts";
import type { Days } from "./links.ts";
import { barWords, mondayWords } from "./week-words.ts";

/** From the first day to the last of all weeks. */
export const daysOf = (weeks: readonly TrendWeek[]): Days => ({
  from: weeks[0]?.monday ?? "",
  to: weeks.at(-1)?.sunday ?? "",
});

/** The labels and lines of a figure by week. Those from before it was recorded share the last line. */
export function ofWeeks(
  weeks: readonly TrendWeek[],
  now: number,
  cells: (week: TrendWeek) => readonly Cell[] | null,
): Pick<Figure, "labels" | "lines"> {
  const lines = weeks.map((week, i) => ({
    name: mondayWords(week.monday, now),
    note: i === weeks.length - 1 ? "so far" : "",
    cells: cells(week),
  }));
  const known = lines.filter((line) => line.cells !== null).reverse();
  const missing = lines.filter((line) => line.cells === null);
  const [first] = missing;
  const note = missing.length > 1 ? `to ${missing.at(-1)?.name ?? ""}` : "";
  return { labels: weeks.map(barWords), lines: first ? [...known, { ...first, note }] : known };
}
