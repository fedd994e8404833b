import { type OwedRow, otherRow } from "#domain/work/desk";
import { objectsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import type { Laying } from "../register.ts";
import { knownSql, knownTo, takenSql } from "./given-sql.ts";

interface Waiting {
  readonly id: string;
  readonly user: string;
  readonly course: string;
  readonly name: string;
  readonly due: string;
}

/** Lessons that were given and not taken yet: each person's own, and for whoever leads others' that they may know of. */
export function rowsOfGivenLessons({ app, person, zone }: Laying): OwedRow[] {
  if (person.outside) return [];
  const select = `SELECT g.id AS id, g.user AS user, g.course AS course, coalesce(k.name, '') AS name, g.due AS due
    FROM given_lessons g JOIN users u ON u.id = g.user AND u.active = TRUE LEFT JOIN courses k ON k.id = g.course
    WHERE g.takenBackAt = '' AND ${takenSql} = '' AND ${knownSql} ORDER BY g.due, g.id`;
  const columns = ["id", "user", "course", "name", "due"] as const;
  return objectsOf<Waiting>(app, columns, select, knownTo(app, person)).map(
    ({ id, user, course, name, due }) => {
      const mine = user === person.id;
      return otherRow({
        key: `given-lessons:${id}`,
        text: mine ? `Take the lesson “${name}” that you were given` : `A lesson was given: “${name}”`,
        due: endOfDay(zone, due),
        with: [user],
        page: mine ? `/training/lesson?course=${course}` : `/training/given?user=${user}`,
      });
    },
  );
}
