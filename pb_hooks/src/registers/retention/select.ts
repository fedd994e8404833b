import type { HoldCause } from "#domain/registers/holds/hold";
import type { RetentionRow, RetentionShow } from "#domain/registers/retention/rows";
import { type RetentionState, retentionStates } from "#domain/registers/retention/state";
import { objectsOf } from "../../base/database.ts";
import { iso } from "../../base/time.ts";
import { holdsSql } from "../holds/sql.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import { namedSql, requestedSql } from "./facts.ts";

const texts = [
  ...[
    "id",
    "system",
    "recordRef",
    "rowClass",
    "month",
    "starts",
    "found",
    "appraisedBy",
    "askedBy",
    "second",
  ],
  ...["declined", "keptWhy", "keptReason", "keptBy", "doneOn", "doneBy"],
] as const;
const instants = ["appraisedAt", "askedAt", "agreedAt", "keptAt", "doneAt"] as const;
const columns = [
  ...texts,
  ...instants,
  "version",
  "number",
  "state",
  "again",
  "incident",
  "requested",
] as const;

const incidentSql = `coalesce((SELECT max(b.number) FROM breach_people p JOIN breaches b ON b.id = p.breach
   WHERE p.system = r.system AND p.recordRef = r.recordRef AND b.state IN ('reported', 'breach') AND ${spokenSql}), 0)`;

const computed = { incident: incidentSql, requested: requestedSql };

/** Records that the register of holds keeps on the day `{:today}`. */
const heldIdsSql = `SELECT h.subject FROM holds h WHERE h.register = 'retention_rows' AND ${holdsSql("h")}`;

/** Held by the register of holds, an open incident or an open request. */
export const heldSql = `(id IN (${heldIdsSql}) OR (system, recordRef) IN (${namedSql}))`;

/** The same as ids, for where few are looked at. */
export const allHeldSql = `${heldIdsSql} UNION SELECT n.id FROM retention_rows n WHERE (n.system, n.recordRef) IN (${namedSql})`;

const open = "gone = FALSE AND state <> 'done'";
/**
 * What each part of the list holds; `{:today}` is the civil date at the clinic. That a state is not `waiting` is said
 * beside it where an index of such rows alone serves.
 */
export const showSql: Readonly<Record<RetentionShow, string>> = {
  due: `${open} AND starts > '' AND starts <= {:today} AND NOT ${heldSql}`,
  coming: `${open} AND starts > {:today} AND state <> 'kept' AND NOT ${heldSql}`,
  held: `${open} AND id IN (${allHeldSql})`,
  kept: `${open} AND state = 'kept' AND state <> 'waiting' AND starts > {:today}`,
  waits: `${open} AND starts = '' AND {:today} <> ''`,
  done: "gone = FALSE AND state = 'done' AND state <> 'waiting' AND {:today} <> ''",
  all: "gone = FALSE AND {:today} <> ''",
};

type Raw = Record<string, string | number>;

/** Rows under a condition, by due month; `{:after}` is the place of the row before. */
export function rowsWhere(
  app: pb.App,
  where: string,
  params: { readonly [name: string]: unknown },
  limit: number,
): RetentionRow[] {
  const names = columns.map((column) =>
    column in computed ? `${computed[column as keyof typeof computed]} AS ${column}` : `r."${column}"`,
  );
  const select = `SELECT ${names.join(", ")} FROM retention_rows r WHERE ${where} ORDER BY r.starts, r.id LIMIT {:limit}`;
  const rows = objectsOf<Raw>(app, columns, select, { ...params, limit });
  const held = holdsOf(app, rows, String(params.today));
  return rows.map((raw) => shaped(raw, held.get(String(raw.id)) ?? []));
}

interface HoldOf {
  readonly subject: string;
  readonly causeKind: HoldCause;
  readonly reference: string;
}

/** The holds that keep these rows, by row: the one that is to be looked at first comes first. */
function holdsOf(app: pb.App, rows: readonly Raw[], today: string): Map<string, HoldOf[]> {
  // As `asOwnDecision` shows one of an incident that not everybody here may know of: to all readers alike.
  const kind = `CASE WHEN h.incident <> '' AND NOT EXISTS (SELECT 1 FROM breaches b WHERE b.id = h.incident AND ${spokenSql})
      THEN 'own' ELSE h.causeKind END`;
  const select = `SELECT h.subject AS subject, ${kind} AS causeKind, h.reference AS reference FROM holds h
     WHERE h.register = 'retention_rows' AND h.subject IN (SELECT value FROM json_each({:ids})) AND ${holdsSql("h")}
     ORDER BY h.reviewOn, h.id`;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const found = objectsOf<HoldOf>(app, ["subject", "causeKind", "reference"], select, { ids, today });
  const by = new Map<string, HoldOf[]>();
  for (const hold of found) by.set(hold.subject, [...(by.get(hold.subject) ?? []), hold]);
  return by;
}

function shaped(raw: Raw, held: readonly HoldOf[]): RetentionRow {
  const row: Record<string, unknown> = {
    ...raw,
    again: Boolean(raw.again),
    requested: Boolean(raw.requested),
    holds: held.length,
    holdCause: held[0]?.causeKind ?? "",
    holdReference: held[0]?.reference ?? "",
  };
  for (const field of instants) row[field] = iso(String(raw[field]));
  row.state = retentionStates.find((one): one is RetentionState => one === raw.state) ?? "waiting";
  return row as unknown as RetentionRow;
}

/** Place of a row in the list's order. */
export const placeOf = ({ starts, id }: Pick<RetentionRow, "starts" | "id">): string => `${starts}~${id}`;
