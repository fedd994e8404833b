import type { PackNotice, PackPlan } from "#domain/work/evidence-pack";
import { objectsOf } from "../base/database.ts";
import { iso, stored } from "../base/time.ts";

/** Weekly reviews of the weeks that begin in a period: signed ones, and those not held, with the reason. */
export function reviewsIn(app: pb.App, from: string, to: string): PackPlan["reviews"] {
  return objectsOf<PackPlan["reviews"][number]>(
    app,
    ["id", "number", "weekOf", "state", "signedAt", "hash", "missedReason"],
    `SELECT id, number, weekOf, state, signedAt, hash, missedReason FROM reviews
     WHERE weekOf >= {:from} AND weekOf <= {:to} AND state IN ('signed', 'missed') ORDER BY weekOf`,
    { from, to },
  ).map((row) => ({ ...row, signedAt: iso(row.signedAt) }));
}

/** Entries of training by day, corrections and what they correct among them. */
export function trainingIn(app: pb.App, to: string): PackPlan["training"] {
  return objectsOf<PackPlan["training"][number]>(
    app,
    ["id", "person", "what", "completedOn", "enteredBy", "enteredAt", "corrects", "reason"],
    `SELECT t.id AS id, coalesce(u.name, '') AS person, t.what AS what, t.completedOn AS completedOn,
       coalesce(b.name, '') AS enteredBy, t."at" AS enteredAt, t.corrects AS corrects, t.reason AS reason
     FROM training_entries t LEFT JOIN users u ON u.id = t.user LEFT JOIN users b ON b.id = t.by
     WHERE t.completedOn <= {:to} ORDER BY u.name COLLATE NOCASE, t.completedOn, t."at", t.id`,
    { to },
  ).map((row) => ({ ...row, enteredAt: iso(row.enteredAt) }));
}

/** Notices with their impact assessment. */
export function noticesIn(app: pb.App, end: string): PackNotice[] {
  type Row = Omit<PackNotice, "viewsSought"> & { readonly viewsSought: number };
  return objectsOf<Row>(
    app,
    [
      "number",
      "recordedAt",
      "recordedBy",
      "text",
      "scope",
      "assessmentDecision",
      "assessedBy",
      "assessedOn",
      "viewsSought",
      "views",
    ],
    `SELECT n.number AS number, n.created AS recordedAt, coalesce(u.name, '') AS recordedBy, n.text AS text, n.scope AS scope,
       n.assessmentDecision AS assessmentDecision, n.assessedBy AS assessedBy, substr(n.assessedOn, 1, 10) AS assessedOn,
       n.viewsSought AS viewsSought, n.views AS views
     FROM notices n LEFT JOIN users u ON u.id = n.recordedBy WHERE n.created < {:end} ORDER BY n.number`,
    { end: stored(end) },
  ).map((row) => ({ ...row, recordedAt: iso(row.recordedAt), viewsSought: row.viewsSought === 1 }));
}

/** To whom and at which desks each notice was shown. */
export function shownIn(app: pb.App, end: string): PackPlan["shown"] {
  return objectsOf<PackPlan["shown"][number]>(
    app,
    ["notice", "to", "at"],
    `SELECT s.notice AS notice, coalesce(u.name, b.name, '') AS "to", s."at" AS "at" FROM notice_shown s
       LEFT JOIN users u ON u.id = s.user AND s.user <> '' LEFT JOIN browsers b ON b.id = s.browser AND s.browser <> ''
     WHERE s."at" < {:end} ORDER BY s.notice, s."at", s.id`,
    { end: stored(end) },
  ).map((row) => ({ ...row, at: iso(row.at) }));
}
