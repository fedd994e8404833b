import { auditName } from "#domain/registers/audits/csv";
import { auditItems, type ReviewedAudits } from "#domain/registers/audits/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import type { Reviewing } from "../register.ts";
import { countedInSample } from "./in-sample.ts";
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

/** The newest sample as everybody is shown it. */
function sampleOf(app: pb.App): ReviewedAudits["sample"] {
  const select = "SELECT id, weekOf FROM samples ORDER BY weekOf DESC LIMIT 1";
  const [newest] = rowsOf(app, ["id", "weekOf"], select);
  if (!newest) return undefined;
  const [sample, weekOf] = newest;
  const drawn = objectsOf<{ result: string; user: string; trace: string }>(
    app,
    ["result", "user", "trace"],
    `SELECT i.result AS result, e."user" AS user, e.trace AS trace FROM sample_items i
     JOIN events e ON e.seq = i.event WHERE i.sample = {:sample} ORDER BY i.position`,
    { sample },
  );
  const items = countedInSample(app, drawn);
  const of = (wanted: string) => items.filter(({ result }) => result === wanted);
  return {
    weekOf: String(weekOf),
    drawn: items.length,
    looked: items.length - of("").length,
    noReason: of("no-reason").length,
    notClear: of("not-clear").length,
    concerned: [...new Set(of("no-reason").map(({ user }) => user))].filter((id) => id !== ""),
  };
}
