import {
  type Completion,
  type CountedCourse,
  type Newest,
  newestKey,
} from "#domain/registers/training/compliance";
import type { Requirement } from "#domain/registers/training/needs";
import { objectsOf, rowsOf } from "../../base/database.ts";

/** Of an import that was undone nothing counts, and nothing that another stands in place of, or that was taken back. */
const counts = `c.completedOn <> '' AND (c.imported = '' OR c.imported NOT IN (SELECT id FROM imports WHERE undoneAt <> ''))
  AND c.id NOT IN (SELECT corrects FROM completions WHERE corrects <> '')`;
const columns = ["user", "course", "number", "completedOn"] as const;

/** Civil dates of the completions that count, the earliest first. */
export const daysIn = (app: pb.App, where = "TRUE", params: { [name: string]: unknown } = {}): string[] =>
  rowsOf(
    app,
    ["day"],
    `SELECT c.completedOn AS day FROM completions c WHERE ${where} AND ${counts} ORDER BY 1`,
    params,
  ).map(([day]) => String(day));

/** The newest completion that counts of each person and course, up to a day. */
export function newestIn(app: pb.App, on: string, user = ""): Newest {
  const select = `SELECT c.user AS user, c.course AS course, c.number AS number, max(c.completedOn) AS completedOn
    FROM completions c WHERE ${counts} AND c.completedOn <= {:on} AND ({:user} = '' OR c.user = {:user})
    GROUP BY c.user, c.course`;
  const rows = objectsOf<Completion>(app, columns, select, { on, user });
  return new Map(rows.map((one) => [newestKey(one.user, one.course), one]));
}

/** The first day on which anybody completed anything, by person. */
export function firstDaysIn(app: pb.App, user = ""): ReadonlyMap<string, string> {
  const select = `SELECT c.user AS user, min(c.completedOn) AS day FROM completions c
    WHERE ${counts} AND ({:user} = '' OR c.user = {:user}) GROUP BY c.user`;
  return new Map(
    rowsOf(app, ["user", "day"], select, { user }).map(([user, day]) => [String(user), String(day)]),
  );
}

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
    ["id", "key", "name", "ofBreaches", "since", "retired"],
    `SELECT id, key, name, ofBreaches, since, retired FROM courses
     ORDER BY CASE key WHEN 'confidentiality' THEN 0 WHEN 'record-keeping' THEN 1 WHEN 'data-protection' THEN 2 ELSE 3 END,
       name COLLATE NOCASE, id`,
  ).map((row) => ({ ...row, ofBreaches: Boolean(row.ofBreaches) }));

type Renewal = CountedCourse["renewals"][number] & { readonly course: string };

/** Versions that end older ones, by course. */
export function renewalsIn(app: pb.App): ReadonlyMap<string, CountedCourse["renewals"]> {
  const select = `SELECT course, number, "from", oldUntil FROM course_versions WHERE oldUntil <> '' ORDER BY number`;
  const rows = objectsOf<Renewal>(app, ["course", "number", "from", "oldUntil"], select);
  return grouped(rows);
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
