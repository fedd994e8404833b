import type { ChangedBy } from "#domain/api";
import { changesKept, changesSince } from "../ledger/chain/row-changes.ts";
import type { Conflict } from "./row.ts";

/**
 * Who changed a row since it was seen, and when, the newest first. Where a change is older than what is kept of it, or
 * than this keeping, nobody is named in its place.
 */
export function changedBy(app: pb.App, { current, seen }: Conflict): ChangedBy[] {
  const wanted = Math.min(Number(current.version) - seen, changesKept);
  const known = changesSince(app, String(current.collectionName), String(current.id), seen).slice(
    0,
    changesKept,
  );
  return known.length < wanted ? [...known, { by: "", at: "" }] : known;
}

/** "Ingrid Holm and Noor Haddad changed this meanwhile. …" */
export function conflictSentence(changes: readonly ChangedBy[]): string {
  const names = [...new Set(changes.map(({ by }) => by).filter((by) => by !== ""))];
  const last = names.pop();
  const who = last === undefined ? "Somebody" : names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  return `${who} changed this meanwhile. Look at it as it is now, then try again.`;
}

/** Answers that the row was changed since it was seen: with the row as it is, and who changed it. */
export function answerConflict(e: pb.RequestEvent, thrown: Conflict): void {
  const changes = changedBy(e.app, thrown);
  e.json(409, {
    status: 409,
    message: conflictSentence(changes),
    data: {},
    current: thrown.current,
    changedBy: changes,
  });
}
