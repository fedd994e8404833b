import { type Verdict, verdicts } from "#domain/figures/trends";
import { rowsOf } from "../../../base/database.ts";
import { stored } from "../../../base/time.ts";
import { begun, firstDay } from "../../../figures/recorded-since.ts";
import type { Counting, Figure } from "../../register.ts";

/** Incidents by the span in which they were opened, and by what they were found to be; none that the reader may not see. */
export const incidentFigures = ({ app, hidden, time, spans }: Counting): Figure[] => [
  {
    key: "incidents",
    since: firstDay(app, time, [begun, opened], hidden),
    counts: incidentCounts(app, spans, hidden),
  },
];

const opened =
  "SELECT replace(openedAt, ' ', 'T') AS at FROM breaches WHERE openedAt <> '' AND id NOT IN (SELECT value FROM json_each({:hidden}))";

function incidentCounts(
  app: pb.App,
  spans: Counting["spans"],
  hidden: readonly string[],
): Record<Verdict, number>[] {
  const select = `SELECT s.key AS span, b.triageVerdict AS verdict, count(*) AS n FROM json_each({:spans}) s
    JOIN breaches b ON b.openedAt >= s.value->>0 AND b.openedAt <= s.value->>1
    WHERE b.id NOT IN (SELECT value FROM json_each({:hidden})) GROUP BY span, verdict`;
  const rows = rowsOf(app, ["span", "verdict", "n"], select, {
    spans: JSON.stringify(spans.map(({ from, to }) => [stored(from), stored(to)])),
    hidden: JSON.stringify(hidden),
  });
  return spans.map((_, i) => {
    const counts = Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>;
    for (const [span, verdict, n] of rows) if (span === i) counts[verdictOf(verdict)] += Number(n);
    return counts;
  });
}

/** The answer of the person on duty, or that there is none. */
export const verdictOf = (word: unknown): Verdict => verdicts.find((one) => one === word) ?? "undecided";
