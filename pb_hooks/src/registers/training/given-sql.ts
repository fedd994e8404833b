import type { Caller } from "../../base/caller.ts";
import { rowsOf } from "../../base/database.ts";
import { hiddenCases } from "../incidents/gives/hidden.ts";
import { counts } from "./rows.ts";

/** Day on which a lesson `g` was taken: the first completion of its course after it was given; '' while there is none. */
export const takenSql = `coalesce((SELECT min(c.completedOn) FROM completions c WHERE c.user = g.user AND c.course = g.course
  AND (c.completedOn > g.givenOn OR (c.completedOn = g.givenOn AND c."at" >= g."at")) AND ${counts}), '')`;

/** Whether a person may know what a lesson `g` was given after: staff are never told, others but of hidden cases. */
export const originSql = `({:reads} = 1 AND (g.incident = '' OR g.incident NOT IN (SELECT value FROM json_each({:hidden}))))`;

/** Lessons `g` that a person may know of: one's own, and others' whose origin they may know. */
export const knownSql = `(g.user = {:reader} OR ${originSql})`;

/** What these ask for. */
export const knownTo = (app: pb.App, person: Caller) => ({
  reader: person.id,
  reads: person.role === "staff" ? 0 : 1,
  hidden: JSON.stringify(hiddenCases(app, person)),
});

/** Whether a person was given a lesson in this course that waits: it is taken although the course was done that day. */
export function waitsFor(app: pb.App, user: string, course: string): boolean {
  const select = `SELECT g.id AS id FROM given_lessons g WHERE g.user = {:user} AND g.course = {:course}
    AND g.takenBackAt = '' AND ${takenSql} = '' LIMIT 1`;
  return rowsOf(app, ["id"], select, { user, course }).length > 0;
}
