import type { LogQuery } from "#domain/ledger/log-query";
import { milliseconds, policy } from "#domain/policy";
import type { Caller } from "../../base/caller.ts";
import { execute, rowsOf } from "../../base/database.ts";
import { key } from "../../base/keys.ts";
import { append, type NewEvent } from "../chain/append.ts";
import { inLedgerTransaction } from "../chain/transaction.ts";

/** What was read: the log, the attempts of mail, one trace, who read one's own events, the weeks' counts, a week's sample, or all about oneself. */
export type Read = "events" | "mail" | "trace" | "readers" | "trends" | "sample" | "own-record";

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

/** A record as a log of readings names it: keyed, one more time where it is keyed already. */
export const keyedRecord = (record: string): string => `k1:${$security.hs256(record, key("reference.key"))}`;

/** Records a reading, once a person, filter and 15 minutes, before anything is shown. Pages of one list are one reading. */
export function recordReading(app: pb.App, reader: Caller, what: Read, filter: KeptFilter): void {
  const event = { kind: "log.read", user: reader.id, detail: { v: 1, filter, what } };
  recordOnce(app, [{ of: [reader.id, what, filter], event }]);
}

/** Of whoever read what nobody's name may stand by in an event: known again by whoever holds the key, and that is the server. */
export const readerMark = (trace: string, user: string): string =>
  `k1:${$security.hs256(`read ${trace} ${user}`, key("digest.key"))}`;

/** A reading that is on the record. */
export interface OneRead {
  /** By what it is the same as another one: who reads, and what. */
  readonly of: readonly unknown[];
  readonly event: NewEvent;
}

/** Records each of these that was not recorded within 15 minutes, all of them before anything is shown. */
export function recordOnce(app: pb.App, reads: readonly OneRead[]): void {
  const at = Date.now();
  const since = at - milliseconds(policy.readingCountsOnceEvery);
  const byKey = new Map(
    reads.map(({ of, event }) => [$security.hs256(JSON.stringify(of), key("digest.key")), event]),
  );
  const known = `SELECT reading FROM ledger_readings
    WHERE reading IN (SELECT value FROM json_each({:all})) AND at > {:since}`;
  const all = JSON.stringify([...byKey.keys()]);
  for (const [reading] of rowsOf(app, ["reading"], known, { all, since })) byKey.delete(String(reading));
  if (byKey.size === 0) return;
  inLedgerTransaction(app, (tx) => {
    execute(tx, "DELETE FROM ledger_readings WHERE at <= {:since}", { since });
    const claim =
      "INSERT INTO ledger_readings (reading, at) VALUES ({:reading}, {:at}) ON CONFLICT DO NOTHING";
    const first = [...byKey].filter(([reading]) => execute(tx, claim, { reading, at }) === 1);
    append(
      tx,
      first.map(([, event]) => event),
    );
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
