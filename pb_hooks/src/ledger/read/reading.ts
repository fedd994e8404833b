import type { LogQuery } from "#domain/ledger/log-query";
import { milliseconds, policy } from "#domain/policy";
import type { Caller } from "../../base/caller.ts";
import { execute, rowsOf } from "../../base/database.ts";
import { key } from "../../base/keys.ts";
import { append } from "../chain/append.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";

/** What was read: the log, the attempts of mail, one trace, who read one's own events, or the weeks' counts. */
export type Read = "events" | "mail" | "trace" | "readers" | "trends";

/** The filter as an event may hold it. */
export type KeptFilter = Partial<
  Pick<
    LogQuery,
    | "user"
    | "record"
    | "browser"
    | "unattributed"
    | "kind"
    | "system"
    | "from"
    | "to"
    | "outcome"
    | "doubtful"
  >
>;

/**
 * The filter as it is written down. A record is keyed, one more time where it is keyed already, and so is a reference's
 * end: a log of readings must not tie a person to a record after that event is erased.
 */
export function keptFilter(query: LogQuery): KeptFilter {
  const { record, ending, user, browser, unattributed, kind, system, from, to, outcome, doubtful } = query;
  const asked = record ?? (ending && `…${ending}`);
  const kept = {
    user,
    record: asked && keyedRecord(asked),
    browser,
    unattributed,
    kind,
    system,
    from,
    to,
    outcome,
    doubtful,
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

const keyedRecord = (record: string): string => `k1:${$security.hs256(record, key("reference.key"))}`;

/** Records a reading, once a person, filter and 15 minutes, before anything is shown. Pages of one list are one reading. */
export function recordReading(app: pb.App, reader: Caller, what: Read, filter: KeptFilter): void {
  const at = Date.now();
  const since = at - milliseconds(policy.readingCountsOnceEvery);
  const reading = $security.hs256(JSON.stringify([reader.id, what, filter]), key("digest.key"));
  const known = "SELECT 1 AS one FROM ledger_readings WHERE reading = {:reading} AND at > {:since}";
  if (rowsOf(app, ["one"], known, { reading, since }).length > 0) return;
  inLedgerTransaction(app, (tx) => {
    execute(tx, "DELETE FROM ledger_readings WHERE at <= {:since}", { since });
    const first = execute(
      tx,
      "INSERT INTO ledger_readings (reading, at) VALUES ({:reading}, {:at}) ON CONFLICT DO NOTHING",
      { reading, at },
    );
    if (first === 1) append(tx, [{ kind: "log.read", user: reader.id, detail: { v: 1, filter, what } }]);
  });
}

/** Records that rows were taken away in a file. Each export is an event of its own. */
export function recordExport(
  app: pb.App,
  reader: Caller,
  what: Read,
  filter: KeptFilter,
  rows: number,
): void {
  append(app, [{ kind: "log.export", user: reader.id, detail: { v: 1, filter, what, rows } }]);
}
