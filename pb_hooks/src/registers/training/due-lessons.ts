import { policy } from "#domain/policy";
import type { DueLessons } from "#domain/registers/training/in-browser";
import { owedOf } from "#domain/registers/training/owed";
import { daysAfter } from "#domain/registers/training/validity";
import { objectsOf } from "../../base/database.ts";
import { todayIn } from "./days.ts";
import { takenSql } from "./given-sql.ts";
import { stands, trainingFacts } from "./standing.ts";

type Due = DueLessons["lessons"][number];

/** Lessons of our own that are due to a person now, or were given to them and not taken: the first day first. */
export function lessonsDueTo(app: pb.App, user: string): Due[] {
  const today = todayIn(app);
  const lessons = new Set(coursesWithLesson(app));
  const facts = trainingFacts(app, today, user);
  const soon = daysAfter(today, policy.trainingOwedBefore.amount);
  const due = new Map<string, Due>();
  for (const { cells } of stands(facts))
    facts.courses.forEach(({ id, name }, i) => {
      const cell = cells[i];
      const until = cell && lessons.has(id) ? owedOf(cell, soon) : undefined;
      if (cell && until !== undefined)
        due.set(id, { course: id, name, due: until, late: cell.state === "late" });
    });
  for (const { course, name, due: until } of givenTo(app, user))
    if (lessons.has(course) && !due.has(course))
      due.set(course, { course, name, due: until, late: until < today });
  return [...due.values()].sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** Courses that teach by a lesson now; documents are acknowledged by whoever signs in, or given on. */
function coursesWithLesson(app: pb.App): string[] {
  const select = `SELECT k.id AS id FROM courses k JOIN course_versions v ON v.course = k.id
    WHERE k.kind = '' AND v.content = 'lesson'
      AND v.number = (SELECT max(n.number) FROM course_versions n WHERE n.course = k.id)`;
  return objectsOf<{ id: string }>(app, ["id"], select).map(({ id }) => id);
}

function givenTo(app: pb.App, user: string): { course: string; name: string; due: string }[] {
  const select = `SELECT g.course AS course, k.name AS name, min(g.due) AS due FROM given_lessons g
      JOIN courses k ON k.id = g.course
    WHERE g.user = {:user} AND g.takenBackAt = '' AND ${takenSql} = '' GROUP BY g.course, k.name`;
  return objectsOf(app, ["course", "name", "due"], select, { user });
}
