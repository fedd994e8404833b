import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import {
  type ProjectCounts,
  projectItems,
  type ReviewedProject,
} from "#domain/registers/projects/for-review";
import type { Draft } from "#domain/registers/reviews/item";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { remindersOfDays } from "../day-reminders.ts";
import { countedBetween } from "../listing/counted.ts";
import type { Counting, Due, Laying, Reviewing } from "../register.ts";

/** Projects that run and whose day has come by then, the earliest first. */
function runningUntil(app: pb.App, day: string): ReviewedProject[] {
  const select = `SELECT id, name, holder, until FROM projects WHERE endedAt = '' AND until <= {:day}
    ORDER BY until, id LIMIT 200`;
  return objectsOf<ReviewedProject>(app, ["id", "name", "holder", "until"], select, { day });
}

/** Whoever holds a project says what became of its extract, or asks for more time. */
export function owedOnProjects({ app, nowMs, zone }: Laying): OwedRow[] {
  const today = clinicTime(app).date(nowMs);
  return runningUntil(app, daysAfter(today, policy.projectAsked.amount)).map(({ id, name, holder, until }) =>
    otherRow({
      key: `projects:${id}`,
      text: `End a project, or give it more time: ${name}`,
      due: endOfDay(zone, until),
      with: [holder],
      page: `/projects?id=${id}`,
    }),
  );
}

export function dueOfProjects(app: pb.App, nowMs: number): Due[] {
  const soon = clinicTime(app).date(nowMs + policy.dayRemindedBefore.amount * 86_400_000);
  const days = runningUntil(app, soon).map(({ id, holder, until }) => ({ id, day: until, to: holder }));
  return remindersOfDays(app, "day-project", days, nowMs);
}

export function agendaOfProjects({ app, since, today }: Reviewing): Draft[] {
  const select = `SELECT coalesce(sum("at" >= {:since}), 0) AS begun, coalesce(sum(endedAt >= {:since}), 0) AS ended,
      (SELECT count(*) FROM project_checks WHERE "at" >= {:since}) AS checks,
      (SELECT count(*) FROM project_checks WHERE "at" >= {:since} AND leavesAs = 'anonymous'
        AND small + derived + unread > 0) AS byReason
    FROM projects`;
  const names = ["begun", "ended", "checks", "byReason"] as const;
  const [counts] = objectsOf<ProjectCounts>(app, names, select, { since: stored(since) });
  const none = { begun: 0, ended: 0, checks: 0, byReason: 0 };
  return projectItems(runningUntil(app, "9999-12-31"), counts ?? none, today);
}

export const figuresOfProjects = (counting: Counting) => [
  countedBetween(counting, "projects", {
    begun: { table: "projects", column: "at" },
    ended: { table: "projects", column: "endedAt" },
    checks: { table: "project_checks", column: "at" },
  }),
];
