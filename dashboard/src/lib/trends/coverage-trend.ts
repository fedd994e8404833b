import type { CoverageFigure, Trends } from "#domain/figures/trends";
import { counted } from "#lib/format/sentence.ts";
import { type Cell, countCell, type Figure, share } from "./figure.ts";
import { type Days, logOf } from "./links.ts";
import { daysOf, ofWeeks } from "./weeks.ts";

/** Browser days that were watched by week, of those of the browsers paired then. */
export function coverageTrend({ weeks }: Trends, now: number): Figure {
  const figures = weeks.map(({ coverage }) => coverage);
  const all = figures.reduce<CoverageFigure>(
    (sum, one) => ({
      seen: sum.seen + (one?.seen ?? 0),
      of: sum.of + (one?.of ?? 0),
      silent: sum.silent + (one?.silent ?? 0),
    }),
    { seen: 0, of: 0, silent: 0 },
  );
  return {
    ...ofWeeks(weeks, now, ({ coverage, monday, sunday }) =>
      coverage === null ? null : cells(coverage, { from: monday, to: sunday }),
    ),
    says: coverageSentence(figures),
    series: [
      { name: "Seen", look: "accent", values: figures.map((one) => one?.seen ?? null) },
      { name: "Not seen", look: "pale", values: figures.map((one) => one && one.of - one.seen) },
    ],
    heads: ["Seen", "Of", "Share", "Days without any"],
    total: cells(all, daysOf(weeks)),
  };
}

const cells = ({ seen, of, silent }: CoverageFigure, days: Days): Cell[] => [
  countCell(seen, logOf(days, "browser.coverage")),
  { text: of.toLocaleString("en-GB") },
  { text: share(seen, of) },
  { text: String(silent) },
];

/** The last whole week and the one before; before there is one, this week. */
export function coverageSentence(figures: readonly (CoverageFigure | null)[]): string {
  const last = figures.at(-2) ?? null;
  const shown = last ?? figures.at(-1) ?? null;
  if (shown === null) return "No week is recorded yet.";
  const when = last === null ? "This week so far" : "Last week";
  if (shown.of === 0) return `${when} no browser was seen on any day.`;
  const were = shown.seen === 1 ? "was" : "were";
  const watched = `${when} ${shown.seen} of ${counted(shown.of, "browser day")} ${were} watched (${share(shown.seen, shown.of)})`;
  const before = last === null ? null : (figures.at(-3) ?? null);
  const compared =
    before === null ? "" : before.of === 0 ? ", none the week before" : `, ${compare(shown, before)}`;
  const silent =
    shown.silent === 0 ? "" : ` On ${counted(shown.silent, "day", "days")} no browser was seen at all.`;
  return `${watched}${compared}.${silent}`;
}

function compare(now: CoverageFigure, before: CoverageFigure): string {
  const [is, was] = [share(now.seen, now.of), share(before.seen, before.of)];
  if (is === was) return "as the week before";
  return `${now.seen / now.of > before.seen / before.of ? "up" : "down"} from ${was} the week before`;
}
