import { policy } from "#domain/policy";
import type { DueLessons } from "#domain/registers/training/in-browser";
import { owedOf } from "#domain/registers/training/owed";
import { daysAfter } from "#domain/registers/training/validity";
import { objectsOf } from "../../base/database.ts";
import { todayIn } from "./days.ts";
import { takenSql } from "./given-sql.ts";
import { stands, trainingFacts } from "./standing.ts";

type Due = DueLessons["lessons"][number];

/**
 * Lessons of our own, documents and the notice that are due to a person now, and lessons that were given to them and not
 * taken: the first day first.
 */
export function lessonsDueTo(app: pb.App, user: string): Due[] {
  const today = todayIn(app);
  const kinds = readableCourses(app);
  const facts = trainingFacts(app, today, user);
  const soon = daysAfter(today, policy.trainingOwedBefore.amount);
  const due = new Map<string, Due>();
  for (const { cells } of stands(facts))
    facts.courses.forEach(({ id, name }, i) => {
      const cell = cells[i];
      const kind = kinds.get(id);
      const until = cell && kind !== undefined ? owedOf(cell, soon) : undefined;
      if (cell && kind !== undefined && until !== undefined)
        due.set(id, { course: id, name, kind, due: until, late: cell.state === "late" });
    });
  for (const { course, name, due: until } of givenTo(app, user))
    if (kinds.get(course) === "" && !due.has(course))
      due.set(course, { course, name, kind: "", due: until, late: until < today });
  return [...due.values()].sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** What can be read here now, by its kind: lessons of our own, documents in their newest version, and the notice. */
function readableCourses(app: pb.App): ReadonlyMap<string, Due["kind"]> {
  const select = `SELECT k.id AS id, k.kind AS kind FROM courses k LEFT JOIN course_versions v ON v.course = k.id
      AND v.number = (SELECT max(n.number) FROM course_versions n WHERE n.course = k.id)
    WHERE k.kind = 'notice' OR (k.kind = '' AND v.content = 'lesson') OR (k.kind = 'policy' AND v.content <> 'none')`;
  return new Map(
    objectsOf<{ id: string; kind: Due["kind"] }>(app, ["id", "kind"], select).map(({ id, kind }) => [
      id,
      kind,
    ]),
  );
}

function givenTo(app: pb.App, user: string): { course: string; name: string; due: string }[] {
  const select = `SELECT g.course AS course, k.name AS name, min(g.due) AS due FROM given_lessons g
      JOIN courses k ON k.id = g.course
    WHERE g.user = {:user} AND g.takenBackAt = '' AND ${takenSql} = '' GROUP BY g.course, k.name`;
  return objectsOf(app, ["course", "name", "due"], select, { user });
}
