import type { EventRow } from "#domain/ledger/ledger";
import { rowsOf } from "../../base/database.ts";
import { caseFactsOf } from "../incidents/case-facts.ts";

/**
 * Ids of everybody of `users` who is this person: also somebody who was deactivated and came back under another address,
 * and the row of a shared desk, which has no sign-in. They are known by their name.
 */
export function selvesOf(app: pb.App, id: string): string[] {
  const all = app.findRecordsByFilter("users", "", "", 0, 0);
  const me = all.find((one) => one.id === id);
  if (!me) return [id];
  const name = folded(me);
  return all.filter((one) => one.id === id || (name !== "" && folded(one) === name)).map((one) => one.id);
}

const folded = (person: pb.Record): string => person.getString("name").toLowerCase().replace(/\s+/g, "");

/** Cases that stand on an event: it began them, or its attempt did. */
export const casesOn = (app: pb.App, event: EventRow): pb.Record[] =>
  app.findRecordsByFilter(
    "breaches",
    "sourceEvent = {:seq} || (trace != '' && trace = {:trace}) || id = {:trace}",
    "",
    0,
    0,
    { seq: event.seq, trace: event.trace },
  );

/**
 * Whether an event is by or about a person, as far as anything here tells: their own, of a browser that they hold or held,
 * of an account that is or was theirs, tied by its trace to one of these, or named in its detail; or a case stands on it
 * that is about them. What nobody could know, an unattributed view at a shared desk for one, counts as nobody's.
 *
 * @param selves - `selvesOf` the person.
 * @param cases - Those of `casesOn` that may tell.
 */
export function isAbout(
  app: pb.App,
  event: EventRow,
  selves: readonly string[],
  cases: readonly pb.Record[],
): boolean {
  if (selves.includes(event.user) || selves.some((id) => event.detail.includes(id))) return true;
  if (cases.some((one) => concerns(app, one, selves))) return true;
  const { seq, account, system, browser, trace } = event;
  const [found] = rowsOf(app, ["n"], tiesSql, {
    seq,
    account,
    system,
    browser,
    trace,
    selves: JSON.stringify(selves),
  });
  return Number(found?.[0] ?? 0) > 0;
}

/** A mapping that was taken off again shows in the views that it once named. */
const tiesSql = `WITH me AS (SELECT value AS id FROM json_each({:selves})),
    mine AS (SELECT id FROM browsers WHERE user IN (SELECT id FROM me))
  SELECT (SELECT count(*) FROM mine WHERE id = {:browser})
    + (SELECT count(*) FROM system_accounts WHERE account = {:account} AND system = {:system} AND user IN (SELECT id FROM me))
    + (SELECT count(*) FROM ledger_accounts INDEXED BY idx_ledger_accounts
        WHERE account = {:account} AND system = {:system} AND user <> '' AND user IN (SELECT id FROM me))
    + (SELECT count(*) FROM events INDEXED BY idx_events_trace
        WHERE trace <> '' AND trace = {:trace} AND seq <> {:seq}
          AND (user IN (SELECT id FROM me) OR browser IN (SELECT id FROM mine))) AS n`;

function concerns(app: pb.App, breach: pb.Record, selves: readonly string[]): boolean {
  const { about, senders, conflicted } = caseFactsOf(app, breach);
  return [about, ...senders, ...conflicted].some((id) => selves.includes(id));
}
