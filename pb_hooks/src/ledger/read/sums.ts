import { rowsOf } from "../../base/database.ts";

/** What SQLite keeps beside the events (pb_hooks/src/ledger/chain/keep-sums.ts): counts are by the hour in UTC in which things happened. */

/** First and last millisecond of something, as instants; both belong to it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Hour of an instant as counts are kept by it; '' of ''. */
export const hourOf = (instant: string): string => instant.slice(0, 13);

/** How many views and acts on records name nobody, doubtful ones left out. By whole hours. */
export function unattributedSince(app: pb.App, since: string): number {
  const select = `SELECT coalesce(sum(n), 0) AS n FROM ledger_counts
    WHERE what >= 'unattributed ' AND what < 'unattributed!' AND at >= {:since}`;
  return Number(rowsOf(app, ["n"], select, { since: hourOf(since) })[0]?.[0]);
}

/** What is counted by hours. */
export type Counted = "record.view" | "browser.coverage";

/** Of spans as SQL takes them, numbered from 0: begin, end, first whole hour and the one behind the last. */
const counts = `SELECT s.key AS span, coalesce((SELECT sum(n) FROM ledger_counts
    WHERE what IN ({:what}, 'unattributed ' || {:what}) AND at >= s.value->>2 AND at < s.value->>3), 0) AS n
  FROM json_each({:spans}) s`;
/** The rest of a span whose zone is no whole hours from UTC. */
const edges = `SELECT s.key AS span, count(*) AS n FROM json_each({:spans}) s
    JOIN events e INDEXED BY idx_events_kind_occurred ON e.kind = {:what} AND e.occurredAt <> ''
      AND e.occurredAt >= s.value->>0 AND e.occurredAt < s.value->>1
  GROUP BY span`;
const ofHidden = `SELECT s.key AS span, -count(*) AS n FROM json_each({:spans}) s
    JOIN events e INDEXED BY idx_events_trace ON e.trace IN (SELECT value FROM json_each({:hidden})) AND e.trace <> ''
      AND e.kind = {:what} AND e.occurredAt >= s.value->>0 AND e.occurredAt <= s.value->>1
  GROUP BY span`;

/**
 * How many events of a kind each span holds, less those of hidden cases.
 *
 * @param spans - Days or longer.
 */
export function countedIn(
  app: pb.App,
  what: Counted,
  spans: readonly Span[],
  hidden: readonly string[],
): number[] {
  const found = spans.map(() => 0);
  const add = (select: string, all: readonly (readonly string[])[], more = {}) => {
    const rows = rowsOf(app, ["span", "n"], select, { what, spans: JSON.stringify(all), ...more });
    for (const [span, n] of rows) found[Number(span)] = (found[Number(span)] ?? 0) + Number(n);
  };
  const wide = spans.map(hoursOf);
  add(counts, wide);
  const begins = wide.map(([from = "", , first = ""]) => [from, `${first}:00:00.000Z`]);
  const ends = wide.map(([, to = "", , end = ""]) => [`${end}:00:00.000Z`, after(to)]);
  if (begins.some(([from = "", to = ""]) => from < to)) add(edges, begins);
  if (ends.some(([from = "", to = ""]) => from < to)) add(edges, ends);
  if (hidden.length > 0) add(ofHidden, wide, { hidden: JSON.stringify(hidden) });
  return found;
}

const hour = 3_600_000;
const whole = (ms: number): string => hourOf(new Date(ms).toISOString());
const after = (to: string): string => new Date(Date.parse(to) + 1).toISOString();

function hoursOf({ from, to }: Span): string[] {
  const first = Math.ceil(Date.parse(from) / hour) * hour;
  const end = Math.floor((Date.parse(to) + 1) / hour) * hour;
  return [from, to, whole(first), whole(end)];
}
