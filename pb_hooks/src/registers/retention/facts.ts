import { endStates } from "#domain/registers/requests/machine";
import { type RetentionFacts, type RetentionState, retentionStates } from "#domain/registers/retention/state";
import { rowsOf } from "../../base/database.ts";
import { standingHolds } from "../holds/standing.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";

const openRequest = `state NOT IN (${endStates.map((state) => `'${state}'`).join(", ")})`;

/** References that open incidents name, of those that everybody here may know of, and those that open requests are about. */
export const namedSql = `SELECT p.system, p.recordRef FROM breach_people p JOIN breaches b ON b.id = p.breach
   WHERE b.state IN ('reported', 'breach') AND ${spokenSql}
   UNION SELECT q.system, q.recordRef FROM requests q WHERE q.recordRef <> '' AND q.${openRequest}`;

/** SQL: whether a request about the record `r` is open. */
export const requestedSql = `EXISTS (SELECT 1 FROM requests q WHERE q.system = r.system AND q.recordRef = r.recordRef
   AND q.${openRequest})`;

/** A record's row as far as acts ask for it. */
export function factsOf(app: pb.App, row: pb.Record): RetentionFacts {
  const state = row.getString("state");
  return {
    state: retentionStates.find((one): one is RetentionState => one === state) ?? "waiting",
    starts: row.getString("starts"),
    holds: standingHolds(app, "retention_rows", row.id).length,
    incident: openIncidentOf(app, row.getString("system"), row.getString("recordRef"), spokenSql),
    requested: isRequested(app, row),
    appraisedBy: row.getString("appraisedBy"),
    askedBy: row.getString("askedBy"),
    second: row.getString("second"),
  };
}

/** Number of an open incident that names a record; 0 where none does. */
function openIncidentOf(app: pb.App, system: string, recordRef: string, where: string): number {
  const select = `SELECT max(b.number) AS n FROM breach_people p JOIN breaches b ON b.id = p.breach
     WHERE p.system = {:system} AND p.recordRef = {:recordRef} AND b.state IN ('reported', 'breach') AND ${where}`;
  return Number(rowsOf(app, ["n"], select, { system, recordRef })[0]?.[0] ?? 0);
}

/** Whether any open incident names it, also one that few may read: nothing of it is destroyed meanwhile. */
export const isNamedAnywhere = (app: pb.App, row: pb.Record): boolean => {
  const select = `SELECT count(*) AS n FROM breach_people p JOIN breaches b ON b.id = p.breach
     WHERE p.system = {:system} AND p.recordRef = {:recordRef} AND b.state IN ('reported', 'breach')`;
  const named = { system: row.getString("system"), recordRef: row.getString("recordRef") };
  return Number(rowsOf(app, ["n"], select, named)[0]?.[0] ?? 0) > 0;
};

function isRequested(app: pb.App, row: pb.Record): boolean {
  const select = `SELECT ${requestedSql} AS open FROM retention_rows r WHERE r.id = {:id}`;
  return Number(rowsOf(app, ["open"], select, { id: row.id })[0]?.[0] ?? 0) === 1;
}
