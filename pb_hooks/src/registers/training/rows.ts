import type { Completion, CountedCourse } from "#domain/registers/training/compliance";
import type { Requirement } from "#domain/registers/training/needs";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { noticesIn, noticesShown } from "./notices.ts";

/** Of an import that was undone nothing counts, and nothing that another stands in place of, or that was taken back. */
export const counts = `c.completedOn <> '' AND (c.imported = '' OR c.imported NOT IN (SELECT id FROM imports WHERE undoneAt <> ''))
  AND c.id NOT IN (SELECT corrects FROM completions WHERE corrects <> '')`;

/** Civil dates of the completions that count, the earliest first. */
export const daysIn = (app: pb.App, where = "TRUE", params: { [name: string]: unknown } = {}): string[] =>
  rowsOf(
    app,
    ["day"],
    `SELECT c.completedOn AS day FROM completions c WHERE ${where} AND ${counts} ORDER BY 1`,
    params,
  ).map(([day]) => String(day));

/** What people completed, by their ids. */
export interface Completed {
  /** By course: the newest that counts, up to a day. */
  readonly newest: ReadonlyMap<string, Completion>;
  /** The first day on which they completed anything, whenever that was. */
  readonly first: string;
}

/**
 * What counts of everybody's completions, in one walk through them.
 *
 * @param on - Civil date: the newest are those up to it.
 * @param user - Of this person alone; '' of all.
 */
export function completedIn(app: pb.App, on: string, user = ""): ReadonlyMap<string, Completed> {
  // A day and a number of always as many figures, so that the greatest text is the newest day, and on it the newest number.
  const select = `SELECT c.user AS user, c.course AS course, min(c.completedOn) AS first,
      max(CASE WHEN c.completedOn <= {:on} THEN c.completedOn || (${numberBase} + c.number) END) AS last
    FROM completions c WHERE ${counts} AND ({:user} = '' OR c.user = {:user}) GROUP BY c.user, c.course`;
  const people = new Map<string, { newest: Map<string, Completion>; first: string }>();
  const rows = rowsOf(app, ["user", "course", "first", "last"], select, { on, user });
  for (let i = 0; i < rows.length; i += 1) {
    const [of, course, first, last] = rows[i] as readonly [string, string, string, string | null];
    let person = people.get(of);
    if (!person) {
      person = { newest: new Map(), first };
      people.set(of, person);
    }
    if (first < person.first) person.first = first;
    if (last !== null)
      person.newest.set(course, {
        user: of,
        course,
        number: Number(last.slice(10)) - numberBase,
        completedOn: last.slice(0, 10),
      });
  }
  for (const shown of noticesShown(app, on, user)) {
    const person = people.get(shown.user) ?? { newest: new Map(), first: "" };
    const known = person.newest.get(shown.course);
    // A higher version counts, whenever that was: an older one is never shown again.
    if (!known || known.number < shown.number) person.newest.set(shown.course, shown);
    people.set(shown.user, person);
  }
  return people;
}

const numberBase = 1_000_000_000;

/** Person, course and day of each completion that counts, as one text. */
export const knownIn = (app: pb.App): Set<string> =>
  new Set(
    rowsOf(
      app,
      ["it"],
      `SELECT c.user || ' ' || c.course || ' ' || c.completedOn AS it FROM completions c WHERE ${counts}`,
    ).map(([it]) => String(it)),
  );

/** A course as pages name it. */
export interface CourseRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly ofBreaches: boolean;
  readonly since: string;
  readonly retired: string;
}

/** By name, those that come set up first. */
export const coursesIn = (app: pb.App): CourseRow[] =>
  objectsOf<Omit<CourseRow, "ofBreaches"> & { ofBreaches: number }>(
    app,
    ["id", "kind", "key", "name", "ofBreaches", "since", "retired"],
    `SELECT id, kind, key, name, ofBreaches, since, retired FROM courses
     ORDER BY CASE key WHEN 'confidentiality' THEN 0 WHEN 'record-keeping' THEN 1 WHEN 'data-protection' THEN 2
       WHEN 'monitoring-notice' THEN 4 ELSE 3 END,
       name COLLATE NOCASE, id`,
  ).map((row) => ({ ...row, ofBreaches: Boolean(row.ofBreaches) }));

type Renewal = CountedCourse["renewals"][number] & { readonly course: string };

/** Versions that end older ones, by course. */
export function renewalsIn(app: pb.App): ReadonlyMap<string, CountedCourse["renewals"]> {
  const select = `SELECT course, number, "from", oldUntil FROM course_versions WHERE oldUntil <> '' ORDER BY number`;
  const rows = objectsOf<Renewal>(app, ["course", "number", "from", "oldUntil"], select);
  return grouped([...rows, ...noticesIn(app)]);
}

/** All that ever stood, by course. */
export function requirementsIn(app: pb.App): ReadonlyMap<string, readonly Requirement[]> {
  const names = ["course", "whom", "user", "months", "graceDays", "from", "until"] as const;
  const select = `SELECT course, whom, user, months, graceDays, "from", until FROM requirements ORDER BY id`;
  return grouped(objectsOf<Requirement>(app, names, select));
}

function grouped<Row extends { readonly course: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.course);
    if (group) group.push(row);
    else groups.set(row.course, [row]);
  }
  return groups;
}
