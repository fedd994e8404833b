import type { Audit, Round } from "#domain/registers/audits/audit";
import { auditRow, roundRow } from "#domain/registers/audits/audit";
import {
  type AuditCounts,
  type AuditFilters,
  auditCursor,
  type Finding,
  findingsShown,
  type ListState,
} from "#domain/registers/audits/question";
import { objectsOf } from "../../base/database.ts";

const auditColumns = Object.keys(auditRow.shape) as (keyof Audit)[];
const roundColumns = Object.keys(roundRow.shape) as (keyof Round)[];
const listOf = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(", ");

type StoredAudit = Omit<Audit, "questions"> & { readonly questions: string };
type Params = { readonly [name: string]: unknown };

/** Audits that fit a condition, by their next day. */
export function auditsWhere(app: pb.App, where: string, params: Params, limit: number): Audit[] {
  const sql = `SELECT ${listOf(auditColumns)} FROM audits WHERE ${where} ORDER BY nextOn, id LIMIT {:limit}`;
  return objectsOf<StoredAudit>(app, auditColumns, sql, { ...params, limit }).map((row) => ({
    ...row,
    questions: JSON.parse(row.questions || "[]"),
  }));
}

/** Rounds that fit a condition, the oldest first. */
export const roundsWhere = (app: pb.App, where: string, params: Params, limit: number): Round[] =>
  objectsOf<Round>(
    app,
    roundColumns,
    `SELECT ${listOf(roundColumns)} FROM audit_rounds WHERE ${where} ORDER BY begunOn, id LIMIT {:limit}`,
    { ...params, limit },
  );

export const inUse = "state = 'in-use'";
const isOpen = "EXISTS (SELECT 1 FROM audit_rounds r WHERE r.audit = audits.id AND r.state = 'open')";
/** Its day has passed, and nobody has begun. */
export const lateSql = `${inUse} AND nextOn <> '' AND nextOn < {:today} AND NOT ${isOpen}`;

const stateSql = (state: ListState | ""): string =>
  ({ "": inUse, late: lateSql, open: `${inUse} AND ${isOpen}`, retired: "state = 'retired'" })[state];

/**
 * One page of the programme.
 *
 * @param after - Where the page before ended; one that is no place begins anew.
 * @param today - Civil date at the clinic.
 */
export function pageOfAudits(
  app: pb.App,
  { template, state }: AuditFilters,
  after: string,
  limit: number,
  today: string,
): { rows: Audit[]; next: string | null } {
  const at = auditCursor.exec(after);
  const [, day = "", id = ""] = at ?? [];
  const parts = [stateSql(state)];
  if (template !== "") parts.push("template = {:template}");
  if (at) parts.push("(nextOn, id) > ({:day}, {:id})");
  const found = auditsWhere(app, parts.join(" AND "), { today, template, day, id }, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  return { rows, next: found.length > limit && last ? `${last.nextOn}~${last.id}` : null };
}

/** Findings are the actions that rounds were given. */
const findingsSql = `FROM actions a JOIN audit_rounds r ON r.id = a.subject JOIN audits p ON p.id = r.audit
  WHERE a.register = 'audit_rounds' AND a.cancelledAt = ''`;

/** Findings that nobody has verified, by their day: the first of them. */
export const openFindings = (app: pb.App): Finding[] =>
  objectsOf<Finding>(
    app,
    ["id", "version", "text", "owner", "due", "doneAt", "audit", "title", "begunOn"],
    `SELECT a.id AS id, a.version AS version, a.text AS text, a.owner AS owner, a.due AS due, a.doneAt AS doneAt,
       p.id AS audit, p.title AS title, r.begunOn AS begunOn ${findingsSql} AND a.verifiedAt = ''
     ORDER BY a.due, a.id LIMIT {:limit}`,
    { limit: findingsShown },
  );

export function auditCounts(app: pb.App, today: string, year: string): AuditCounts {
  const n = (condition: string) => `(SELECT count(*) FROM audits WHERE ${condition})`;
  const f = (condition: string) => `(SELECT count(*) ${findingsSql} AND ${condition})`;
  const sql = `SELECT ${n(inUse)} AS inUse, ${n(lateSql)} AS late, ${n(`${inUse} AND ${isOpen}`)} AS open,
    ${f("a.verifiedAt = ''")} AS findings, ${f("a.verifiedAt = '' AND a.doneAt = '' AND a.due < {:today}")} AS findingsLate,
    ${f("substr(a.verifiedAt, 1, 4) = {:year}")} AS findingsClosed`;
  const names = ["inUse", "late", "open", "findings", "findingsLate", "findingsClosed"] as const;
  const [row] = objectsOf<AuditCounts>(app, names, sql, { today, year });
  return row ?? { inUse: 0, late: 0, open: 0, findings: 0, findingsLate: 0, findingsClosed: 0 };
}
