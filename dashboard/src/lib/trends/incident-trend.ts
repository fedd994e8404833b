import { type Trends, type TrendWeek, type Verdict, verdicts } from "#domain/figures/trends";
import type { BarLook } from "#lib/charts/bars.ts";
import { verdictCounted, verdictWords } from "#lib/format/figure-words.ts";
import { begins, capital, listed } from "#lib/format/sentence.ts";
import { changeWords, spanWords, sumOf, type Weekly } from "./change.ts";
import { countCell, type Figure } from "./figure.ts";
import { incidentsOf } from "./links.ts";
import { daysOf, ofWeeks } from "./weeks.ts";

const looks: Readonly<Record<Verdict, BarLook>> = {
  breach: "red",
  undecided: "amber",
  "near-miss": "accent",
  neither: "pale",
};
/** What matters most stands at the foot of its bar. */
const order: readonly Verdict[] = ["breach", "undecided", "near-miss", "neither"];

const countsOf = ({ registers }: TrendWeek) => registers.incidents ?? null;

/** Incidents by the week in which they were opened, and by what they were found to be. */
export function incidentTrend({ weeks, since }: Trends, now: number): Figure {
  const counts = weeks.map(countsOf);
  const each = (verdict: Verdict): Weekly => counts.map((one) => one && (one[verdict] ?? 0));
  const all: Weekly = counts.map(
    (one) => one && verdicts.reduce((sum, verdict) => sum + (one[verdict] ?? 0), 0),
  );
  const days = daysOf(weeks);
  const cells = (of: (verdict: Verdict) => number, at: { from: string; to: string }) => [
    countCell(
      order.reduce((sum, verdict) => sum + of(verdict), 0),
      incidentsOf(at),
    ),
    ...order.map((verdict) => countCell(of(verdict), incidentsOf(at, { verdict }))),
  ];
  return {
    ...ofWeeks(weeks, now, (week) => {
      const incidents = countsOf(week);
      return incidents && cells((verdict) => incidents[verdict] ?? 0, { from: week.monday, to: week.sunday });
    }),
    says: sentence(all, each, spanWords(all, since.registers.incidents ?? null, now)),
    series: order.map((verdict) => ({
      name: capital(verdictWords[verdict]),
      look: looks[verdict],
      values: each(verdict),
    })),
    heads: ["All", ...order.map((verdict) => capital(verdictWords[verdict]))],
    total: cells((verdict) => sumOf(each(verdict)), days),
  };
}

function sentence(all: Weekly, each: (verdict: Verdict) => Weekly, when: string): string {
  const total = sumOf(all);
  if (total === 0) return `No incident was opened ${when}.`;
  const parts = order.flatMap((verdict) => {
    const count = sumOf(each(verdict));
    return count === 0 ? [] : [verdictCounted(verdict, count)];
  });
  return `${begins(total, "incident was", "incidents were")} opened ${when}: ${listed(parts)}. ${changeWords(all)}`;
}
