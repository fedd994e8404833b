import { leadOnlyPurposes } from "#domain/law/sharing-purposes";
import { milliseconds, policy, retentionDays } from "#domain/policy";
import { type PlaceRegister, placeRegisters, type RecordPlaces } from "#domain/registers/retention/places";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";

const holdsOf = `SELECT count(*) AS n FROM holds h JOIN retention_rows r ON r.id = h.subject
   WHERE h.register = 'retention_rows' AND r.system = {:system} AND r.recordRef = {:recordRef}`;
const longest = retentionDays.record;

/** Where something of a record lies in Chaperone itself, as of now. */
export function placesOf(app: pb.App, system: string, recordRef: string): RecordPlaces {
  const { date } = clinicTime(app);
  const named = { system, recordRef };
  const events = `SELECT count(*) AS n, coalesce(max(receivedAt), '') AS newest, coalesce(min(seq), 0) AS first FROM events
     WHERE recordRef <> '' AND recordRef = {:recordRef} AND system = {:system} AND orderedBy = 0`;
  const [n = 0, newest = "", first = 0] = rowsOf(app, ["n", "newest", "first"], events, named)[0] ?? [];
  const goneMs = newest === "" || !longest ? 0 : Date.parse(String(newest)) + milliseconds(longest);
  const cases = `SELECT DISTINCT b.number AS number, b.id AS id FROM breach_people p JOIN breaches b ON b.id = p.breach
     WHERE p.system = {:system} AND p.recordRef = {:recordRef} AND ${spokenSql} ORDER BY b.number`;
  const incidents = rowsOf(app, ["number", "id"], cases, named);
  const ids = JSON.stringify(incidents.map(([, id]) => id));
  const files = `SELECT count(*) AS n FROM breach_evidence WHERE breach IN (SELECT value FROM json_each({:ids}))`;
  const since = Number(n) > 0 ? Number(first) : 0;
  const one = (select: string, params: { [name: string]: unknown }) =>
    Number(rowsOf(app, ["n"], select, params)[0]?.[0] ?? 0);
  return {
    events: Number(n),
    eventsGone: goneMs === 0 ? "" : date(goneMs),
    incidents: incidents.map(([number]) => Number(number)),
    files: one(files, { ids }),
    backups: backupsIn(app).length,
    backupsGone: date(Math.max(nowMs(), goneMs) + milliseconds(policy.nightlyBackupsKept)),
    exports: exportsSince(app, since),
    packs: packsSince(app, since),
    holds: one(holdsOf, named),
    rows: rowsNaming(app, named),
    lists: one(
      `SELECT count(*) AS n FROM retention_staged s JOIN retention_lists l ON l.id = s.list
       WHERE l.system = {:system} AND s.recordRef = {:recordRef}`,
      named,
    ),
  };
}

/** Rows of the other registers that carry the record; decisions that the lead alone reads are counted for nobody. */
function rowsNaming(
  app: pb.App,
  named: { readonly system: string; readonly recordRef: string },
): Partial<Record<PlaceRegister, number>> {
  const params = { ...named, leadOnly: JSON.stringify(leadOnlyPurposes) };
  const count = (table: PlaceRegister) => {
    const shown = table === "consents" ? "AND purpose NOT IN (SELECT value FROM json_each({:leadOnly}))" : "";
    return `SELECT '${table}' AS name, count(*) AS n FROM ${table}
       WHERE recordRef <> '' AND recordRef = {:recordRef} AND system = {:system} ${shown}`;
  };
  const select = placeRegisters.map(count).join(" UNION ALL ");
  return Object.fromEntries(rowsOf(app, ["name", "n"], select, params).map(([name, n]) => [name, Number(n)]));
}

/** Evidence packs that were made since an event. */
export const packsSince = (app: pb.App, seq: number): number =>
  counted(app, "kind = 'log.export' AND detail->>'what' = 'evidence-pack'", seq);

/** Acts of the registers whose lists can name a record. */
const takenKinds = ["breaches", "holds", "reviews", ...placeRegisters]
  .map((name) => `'${name}.act'`)
  .join(", ");

/**
 * Copies of the log, of lists and of cases that were made since an event; of cases those that everybody here may know of.
 * Lists of which no row can name a patient's record are not among them.
 */
export const exportsSince = (app: pb.App, seq: number): number =>
  counted(app, "kind = 'log.export' AND detail->>'what' <> 'evidence-pack'", seq) +
  counted(
    app,
    `kind IN (${takenKinds}) AND detail->>'action' = 'export'
     AND (trace = '' OR trace IN (SELECT trace FROM breaches WHERE ${spokenSql}))`,
    seq,
  );

function counted(app: pb.App, where: string, seq: number): number {
  const select = `SELECT count(*) AS n FROM events INDEXED BY idx_events_kind
     WHERE ${where} AND seq >= {:seq} AND detail <> ''`;
  return Number(rowsOf(app, ["n"], select, { seq })[0]?.[0] ?? 0);
}

/** Names of the backups that lie on this server. */
export function backupsIn(app: pb.App): string[] {
  try {
    const files = $os.readDir($filepath.join(app.dataDir(), "backups"));
    return files.map((file) => file.name()).filter((name) => name.endsWith(".zip"));
  } catch {
    return [];
  }
}
