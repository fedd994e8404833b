import { type MailEnd, type TrendWeek, type Verdict, verdicts } from "#domain/figures/trends";
import { objectsOf, rowsOf } from "../base/database.ts";
import { stored } from "../base/time.ts";
import type { Bounds } from "../clinic/clinic-time.ts";
import { heldOutcome } from "../ledger/read/held-outcome.ts";

/** Spans as SQL takes them: numbered from 0, in the order given. */
const asRows = (spans: readonly Bounds[]): string => JSON.stringify(spans.map(({ from, to }) => [from, to]));

/** Events that the log shows for a kind and a span: those of cases hidden from the reader are not among them. */
const shown = (events: string) =>
  `${events}.occurredAt >= s.value->>0 AND ${events}.occurredAt <= s.value->>1 AND ${events}.occurredAt <> ''
   AND ${events}.trace NOT IN (SELECT value FROM json_each({:hidden}))`;

/** Counts within the index alone. */
export const numbersSelect = (kind: string): string =>
  `SELECT s.key AS span, (SELECT count(*) FROM events e INDEXED BY idx_events_kind_occurred
     WHERE e.kind = '${kind}' AND ${shown("e")}) AS n FROM json_each({:spans}) s ORDER BY s.key`;

export const mailSelect = `SELECT span, ended, count(*) AS n FROM (
    SELECT s.key AS span, coalesce(${heldOutcome("h")}, 'open') AS ended FROM json_each({:spans}) s
    JOIN events h INDEXED BY idx_events_kind_occurred ON h.kind = 'mail.held' AND ${shown("h")})
  GROUP BY span, ended`;

/** How many events of a kind each span holds. */
export function numbersOf(
  app: pb.App,
  kind: "record.view" | "browser.coverage",
  spans: readonly Bounds[],
  hidden: readonly string[],
): number[] {
  const params = { spans: asRows(spans), hidden: JSON.stringify(hidden) };
  return rowsOf(app, ["span", "n"], numbersSelect(kind), params).map(([, n]) => Number(n));
}

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
