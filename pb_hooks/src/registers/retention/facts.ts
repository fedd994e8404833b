import { endStates } from "#domain/registers/requests/machine";
import { type RetentionFacts, type RetentionState, retentionStates } from "#domain/registers/retention/state";
import { rowsOf } from "../../base/database.ts";
import { standingHolds } from "../holds/standing.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";

/** References that open incidents name, of those that everybody here may know of. */
export const namedSql = `SELECT p.system, p.recordRef FROM breach_people p JOIN breaches b ON b.id = p.breach
   WHERE b.state IN ('reported', 'breach') AND ${spokenSql}`;

/** A record's row as far as acts ask for it. */
export function factsOf(app: pb.App, row: pb.Record): RetentionFacts {
  const state = row.getString("state");
  return {
    state: retentionStates.find((one): one is RetentionState => one === state) ?? "waiting",
    starts: row.getString("starts"),
    holds: standingHolds(app, "retention_rows", row.id).length,
    incident: openIncidentOf(app, row.getString("system"), row.getString("recordRef"), spokenSql),
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

/** Whether a request about it is open: it is answered from the record before anything of that is destroyed. */
export const isRequested = (app: pb.App, row: pb.Record): boolean => {
  const select = `SELECT count(*) AS n FROM requests WHERE system = {:system} AND recordRef = {:recordRef}
     AND state NOT IN (${endStates.map((state) => `'${state}'`).join(", ")})`;
  const named = { system: row.getString("system"), recordRef: row.getString("recordRef") };
  return Number(rowsOf(app, ["n"], select, named)[0]?.[0] ?? 0) > 0;
};
