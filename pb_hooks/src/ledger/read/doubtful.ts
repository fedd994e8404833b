import { rowsOf } from "../../base/database.ts";
import { hourOf } from "./sums.ts";

/** Kinds of which some are doubtful. */
export const doubtedKinds = ["record.download", "record.export", "record.search"] as const;

/**
 * Condition of the rows of `events` that `doubtOf` doubts, letter by letter that of their index: every doubt there is
 * yet is of a first version of an adapter, and so of a detail of `v` 1.
 */
export const isDoubtful = `kind IN (${doubtedKinds.map((kind) => `'${kind}'`).join(", ")}) AND orderedBy = 0 AND instr(detail, '"v":1') > 0`;

const mark = "doubtful ";

/** By kind, less those of hidden cases. */
const select = `SELECT substr(what, ${mark.length + 1}) AS kind, n - hidden AS n FROM (
    SELECT what, sum(n) AS n, (SELECT count(*) FROM events INDEXED BY idx_events_trace
      WHERE trace IN (SELECT value FROM json_each({:hidden})) AND trace <> '' AND ${isDoubtful}
        AND '${mark}' || kind = what AND occurredAt >= {:since}) AS hidden
    FROM ledger_counts WHERE what >= '${mark}' AND what < 'doubtful!' AND at >= {:since} GROUP BY what)
  WHERE n > hidden ORDER BY kind`;

/**
 * How many events are doubtful, by kind; of kinds that have some.
 *
 * @param since - When they happened at the earliest, by whole hours; '' for all.
 * @param hidden - Traces of cases that the reader may know nothing of.
 */
export const doubtfulKinds = (app: pb.App, since: string, hidden: readonly string[]) =>
  rowsOf(app, ["kind", "n"], select, { since: hourOf(since), hidden: JSON.stringify(hidden) }).map(
    ([kind, n]) => ({ kind: String(kind), n: Number(n) }),
  );
