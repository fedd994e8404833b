import { auditName } from "#domain/registers/audits/csv";
import { auditItems, type ReviewedAudits } from "#domain/registers/audits/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import type { Reviewing } from "../register.ts";
import { auditCounts, auditsWhere, lateSql } from "./rows.ts";

/** How the audits and the sample stand as of now, and what was closed since the last review. */
export function agendaOfAudits({ app, today, since }: Reviewing): Draft[] {
  return auditItems({
    counts: auditCounts(app, today, today.slice(0, 4)),
    late: auditsWhere(app, lateSql, { today }, 100).map(auditName),
    closed: closedSince(app, since),
    sample: sampleOf(app),
  });
}

function closedSince(app: pb.App, since: string): ReviewedAudits["closed"] {
  type Closed = ReviewedAudits["closed"][number] & { title: string; subject: string };
  const select = `SELECT a.title AS title, a.subject AS subject, r.found AS found, r.missed AS missed, r.conclusion AS conclusion
    FROM audit_rounds r JOIN audits a ON a.id = r.audit WHERE r.state = 'closed' AND r.closedOn >= {:day}
    ORDER BY r.closedOn, r.id LIMIT 50`;
  return objectsOf<Closed>(app, ["title", "subject", "found", "missed", "conclusion"], select, {
    day: stored(since).slice(0, 10),
  }).map((one) => ({ ...one, name: auditName(one) }));
}

/** Whether what it holds is of a case is not asked: what was drawn was of none that is kept apart. */
function sampleOf(app: pb.App): ReviewedAudits["sample"] {
  const select = `SELECT s.weekOf AS weekOf, i.result AS result, coalesce(e."user", '') AS user
    FROM samples s LEFT JOIN sample_items i ON i.sample = s.id LEFT JOIN events e ON e.seq = i.event
    WHERE s.weekOf = (SELECT max(weekOf) FROM samples)`;
  const rows = rowsOf(app, ["weekOf", "result", "user"], select);
  if (rows.length === 0) return undefined;
  const items = rows.filter(([, result]) => result !== null);
  const of = (wanted: string) => items.filter(([, result]) => result === wanted);
  return {
    weekOf: String(rows[0]?.[0]),
    drawn: items.length,
    looked: items.length - of("").length,
    noReason: of("no-reason").length,
    notClear: of("not-clear").length,
    concerned: [...new Set(of("no-reason").map(([, , user]) => String(user)))].filter((id) => id !== ""),
  };
}
