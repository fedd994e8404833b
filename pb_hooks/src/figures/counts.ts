import type { MailEnd, TrendWeek } from "#domain/figures/trends";
import { objectsOf } from "../base/database.ts";
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
