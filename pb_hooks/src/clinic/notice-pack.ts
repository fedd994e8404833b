import type { PackNotice, PackPlan } from "#domain/work/evidence-pack";
import { objectsOf } from "../base/database.ts";
import { iso, stored } from "../base/time.ts";

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
