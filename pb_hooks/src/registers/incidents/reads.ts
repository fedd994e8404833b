import { clinicId } from "#domain/clinic/clinic";
import { type Caller, livePerson } from "../../base/caller.ts";
import { rowsOf } from "../../base/database.ts";
import { type OneRead, readerMark, recordOnce } from "../../ledger/read/reading.ts";
import { casesNaming, reads } from "./case-facts.ts";

/** What of a case may be read, as its event names it. */
type What = "read" | "read-people" | "read-version" | "read-reporter" | "read-recipient" | "read-file";

/** Collections whose rows belong to a case, and the field that names it. */
const caseOf: { readonly [collection: string]: string } = {
  breaches: "id",
  breach_entries: "breach",
  breach_people: "breach",
  breach_accounts: "breach",
  breach_evidence: "breach",
  breach_reports: "breach",
  case_grants: "breach",
  conflicts: "breach",
  actions: "subject",
};

/**
 * Records that somebody read something of a case. Of a confidential one the event holds a keyed mark of the reader, as no
 * event of it names anybody; whoever may see the case is shown the name.
 *
 * @param row - Of what was read, where it is a row of its own: a version, a file.
 */
export function recordCaseRead(
  app: pb.App,
  reader: Caller,
  what: What,
  breach: pb.Record,
  row = breach.id,
): void {
  recordOnce(app, [readOf(reader, what, { id: breach.id, row, secret: breach.getBool("confidential") })]);
}

function readOf(
  { id: user }: Caller,
  action: What,
  { id, row = id, secret }: { readonly id: string; readonly row?: string; readonly secret: boolean },
): OneRead {
  const read = { v: 1, id: row, action };
  const event = secret ? { user: "", detail: { ...read, by: readerMark(id, user) } } : { user, detail: read };
  return { of: [user, action, row], event: { kind: "breaches.act", trace: id, ...event } };
}

/**
 * What a route of PocketBase's own is about to show of cases: rows of theirs, rows that come along with others, or rows told
 * as they change.
 */
export function recordShown({
  requestEvent: e,
  collection,
  records,
  record,
  subscriptions,
}: pb.OwnRouteEvent): void {
  recordBeside(e, e.requestInfo().query.expand ?? "");
  recordBeside(e, (subscriptions ?? []).join(" "));
  const rows = records ?? (record ? [record] : []);
  if (collection && e.request.method === "GET") recordRows(e, collection.name, rows);
}

function recordRows(e: pb.RequestEvent, collection: string, rows: readonly pb.Record[]): void {
  const reader = livePerson(e.app, e.auth);
  const field = caseOf[collection];
  if (!reader || field === undefined || rows.length === 0) return;
  const cases = [...new Set(rows.map((row) => (field === "id" ? row.id : row.getString(field))))];
  const secret = new Set(confidentialAmong(e.app, cases));
  const read = (what: What, id: string, row = id) =>
    readOf(reader, what, { id, row, secret: secret.has(id) });
  const shown = [...secret].map((id) => read("read", id));
  if (collection === "breach_people") shown.push(...cases.map((id) => read("read-people", id)));
  if (collection === "breach_reports" && shows(e, "snapshot"))
    shown.push(...rows.map((row) => read("read-version", row.getString("breach"), row.id)));
  if (shown.length > 0) recordOnce(e.app, shown);
}

const confidentialAmong = (app: pb.App, cases: readonly string[]): string[] =>
  rowsOf(
    app,
    ["id"],
    "SELECT id FROM breaches WHERE confidential = TRUE AND id IN (SELECT value FROM json_each({:cases}))",
    { cases: JSON.stringify(cases) },
  ).map(([id]) => String(id));

/** Whether the answer holds a column: all are shown where the question names none. */
function shows(e: Pick<pb.RequestEvent, "requestInfo">, column: string): boolean {
  const { fields = "" } = e.requestInfo().query;
  const names = fields.split(",").map((name) => name.trim());
  return fields.trim() === "" || names.some((name) => name.includes("*") || name.startsWith(column));
}

/** Names of what belongs to cases, in an address that asks for it beside other rows. */
const ofCases = /breach|conflict|case_grant/;

/**
 * Where rows of cases come along with others, or are told as they change: one event, for the question alone decides which
 * they are. Of staff it is known which they may be: those that name them.
 */
function recordBeside(e: pb.RequestEvent, asked: string): void {
  const reader = ofCases.test(asked) ? livePerson(e.app, e.auth) : undefined;
  if (!reader) return;
  if (reader.role === "staff" && !reader.outside) {
    recordNamed(e.app, reader, asked);
    return;
  }
  const detail = { v: 1, id: clinicId, action: "read-beside" };
  const event = { kind: "breaches.act", user: reader.id, detail };
  recordOnce(e.app, [{ of: [reader.id, "beside"], event }]);
}

/** A member of staff whom a case was opened to, or who is asked about it, has read of it what the case's own page shows. */
function recordNamed(app: pb.App, reader: Caller, asked: string): void {
  const cases = casesNaming(app, reader.id).filter((id) =>
    reads(app, reader, app.findRecordById("breaches", id)),
  );
  const secret = new Set(confidentialAmong(app, cases));
  const read = (what: What) => (id: string) => readOf(reader, what, { id, secret: secret.has(id) });
  const shown = [...secret].map(read("read"));
  if (asked.includes("breach_people")) shown.push(...cases.map(read("read-people")));
  if (shown.length > 0) recordOnce(app, shown);
}
