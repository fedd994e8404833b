import type { Trends } from "#domain/figures/trends";
import { begins } from "#lib/format/sentence.ts";
import { changeWords, spanWords, sumOf, type Weekly } from "./change.ts";
import { countCell, type Figure } from "./figure.ts";
import { logOf } from "./links.ts";
import { daysOf, ofWeeks } from "./weeks.ts";

/** Record views by week. */
export function viewTrend({ weeks, since }: Trends, now: number): Figure {
  const views: Weekly = weeks.map((week) => week.views);
  const total = sumOf(views);
  const when = spanWords(views, since.views, now);
  return {
    ...ofWeeks(weeks, now, (week) =>
      week.views === null
        ? null
        : [countCell(week.views, logOf({ from: week.monday, to: week.sunday }, "record.view"))],
    ),
    says:
      total === 0
        ? `No record view was recorded ${when}.`
        : `${begins(total, "record view was", "record views were")} recorded ${when}. ${changeWords(views)}`,
    series: [{ name: "Record views", look: "accent", values: views }],
    heads: ["Views"],
    total: [countCell(total, logOf(daysOf(weeks), "record.view"))],
  };
}
