import { objectsOf } from "../../base/database.ts";

/**
 * Condition of the rows of `events` that `doubtOf` doubts, letter by letter that of their index: every doubt there is
 * yet is of a first version of an adapter, and so of a detail of `v` 1.
 */
export const isDoubtful = `kind IN ('record.download', 'record.export', 'record.search') AND orderedBy = 0 AND instr(detail, '"v":1') > 0`;

/** By kind. Rows that are not doubtful are not looked at. */
export const doubtfulSelect = `SELECT kind, count(*) AS n FROM events INDEXED BY idx_events_doubtful
  WHERE ${isDoubtful} AND occurredAt >= {:since} AND trace NOT IN (SELECT value FROM json_each({:hidden}))
  GROUP BY kind ORDER BY kind`;

/**
 * How many events are doubtful, by kind; of kinds that have some.
 *
 * @param since - When they happened at the earliest; '' for all.
 * @param hidden - Traces of cases that the reader may know nothing of.
 */
export const doubtfulKinds = (app: pb.App, since: string, hidden: readonly string[]) =>
  objectsOf<{ kind: string; n: number }>(app, ["kind", "n"], doubtfulSelect, {
    since,
    hidden: JSON.stringify(hidden),
  });
