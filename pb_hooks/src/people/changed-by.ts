import type { ChangedBy } from "#domain/api";
import { objectsOf } from "../ledger/database.ts";
import type { Conflict } from "./acts/row.ts";
import { iso } from "./time.ts";

/** Most changes that a conflict names. */
const most = 20;

/**
 * Who changed a row since it was seen, and when, the newest first: from the ledger, where each version is one act. A
 * confidential case has no name there; its own timeline has.
 */
export function changedBy(app: pb.App, { current, seen }: Conflict): ChangedBy[] {
  const { id, collectionName, confidential } = current;
  const changes = Math.min(Number(current.version) - seen, most);
  if (!(changes > 0)) return [];
  const kind = `${String(collectionName)}.act`;
  return objectsOf<ChangedBy>(app, ["by", "at"], confidential === true ? fromTimeline : fromLedger, {
    id,
    changes,
    ...(confidential === true ? {} : { kind }),
  }).map(({ by, at }) => ({ by, at: iso(at) }));
}

const fromLedger = `SELECT coalesce(u.name, '') AS by, e.receivedAt AS at FROM events e LEFT JOIN users u ON u.id = e.user
  WHERE e.kind = {:kind} AND e.detail <> '' AND e.detail->>'id' = {:id} AND e.detail->>'action' <> 'export'
  ORDER BY e.seq DESC LIMIT {:changes}`;

/** Lines that only add stand in a timeline too, and change no version. */
const fromTimeline = `SELECT coalesce(u.name, '') AS by, t.enteredAt AS at FROM breach_entries t LEFT JOIN users u ON u.id = t.by
  WHERE t.breach = {:id} AND t.what IN ('triage', 'assess', 'advise', 'decide', 'notify', 'conflict', 'withdraw', 'close',
    'reopen', 'set-times', 'change-awareness', 'describe', 'contain', 'cause', 'notice')
  ORDER BY t.seq DESC LIMIT {:changes}`;

/** "Ingrid Holm and Noor Haddad changed this meanwhile. …" */
export function conflictSentence(changes: readonly ChangedBy[]): string {
  const names = [...new Set(changes.map(({ by }) => by).filter((by) => by !== ""))];
  const last = names.pop();
  const who = last === undefined ? "Somebody" : names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  return `${who} changed this meanwhile. Look at it as it is now, then try again.`;
}
