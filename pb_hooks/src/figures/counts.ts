import { type MailEnd, type TrendWeek, type Verdict, verdicts } from "#domain/figures/trends";
import { objectsOf, rowsOf } from "../base/database.ts";
import { stored } from "../base/time.ts";
import type { Bounds } from "../clinic/clinic-time.ts";

/** Spans as SQL takes them: numbered from 0, in the order given. */
const asRows = (spans: readonly Bounds[]): string => JSON.stringify(spans.map(({ from, to }) => [from, to]));

/** Counts within the index alone; attempts of cases hidden from the reader are not among them. */
export const mailSelect = `SELECT s.key AS span, a.outcome AS ended, count(*) AS n FROM json_each({:spans}) s
  JOIN ledger_attempts a INDEXED BY idx_ledger_attempts_at ON a.at >= s.value->>0 AND a.at <= s.value->>1
  WHERE a.held NOT IN (SELECT seq FROM events INDEXED BY idx_events_trace
    WHERE trace IN (SELECT value FROM json_each({:hidden})) AND trace <> '' AND kind = 'mail.held')
  GROUP BY span, ended`;

/** Attempts of each span by what became of them. */
export function mailCounts(
  app: pb.App,
  spans: readonly Bounds[],
  hidden: readonly string[],
): NonNullable<TrendWeek["mail"]>[] {
  const rows = objectsOf<{ span: number; ended: MailEnd; n: number }>(
    app,
    ["span", "ended", "n"],
    mailSelect,
    {
      spans: asRows(spans),
      hidden: JSON.stringify(hidden),
    },
  );
  return spans.map((_, i) =>
    Object.fromEntries(rows.filter(({ span }) => span === i).map(({ ended, n }) => [ended, n])),
  );
}

/** Incidents opened in each span by what they were found to be; none that the reader may not see. */
export function incidentCounts(
  app: pb.App,
  spans: readonly Bounds[],
  hidden: readonly string[],
): Record<Verdict, number>[] {
  const select = `SELECT s.key AS span, b.triageVerdict AS verdict, count(*) AS n FROM json_each({:spans}) s
    JOIN breaches b ON b.openedAt >= s.value->>0 AND b.openedAt <= s.value->>1
    WHERE b.id NOT IN (SELECT value FROM json_each({:hidden})) GROUP BY span, verdict`;
  const rows = rowsOf(app, ["span", "verdict", "n"], select, {
    spans: asRows(spans.map(({ from, to }) => ({ from: stored(from), to: stored(to) }))),
    hidden: JSON.stringify(hidden),
  });
  return spans.map((_, i) => {
    const counts = Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>;
    for (const [span, verdict, n] of rows) if (span === i) counts[verdictOf(verdict)] += Number(n);
    return counts;
  });
}

/** The answer of the person on duty, or that there is none. */
export const verdictOf = (stored: unknown): Verdict => verdicts.find((one) => one === stored) ?? "undecided";
