import type { Completion, CountedCourse } from "#domain/registers/training/compliance";
import type { Requirement } from "#domain/registers/training/needs";
import { standingEntries } from "#domain/registers/training/training";
import { objectsOf } from "../../base/database.ts";

/** Of an import that was undone nothing counts. */
const counts = `(imported = '' OR imported NOT IN (SELECT id FROM imports WHERE undoneAt <> ''))`;

interface Entered extends Completion {
  readonly id: string;
  readonly corrects: string;
}
const columns = ["id", "user", "course", "number", "completedOn", "corrects"] as const;

/**
 * Completions that count, the earliest first.
 *
 * @param where - SQL over `completions`; what corrects something and what it corrects have to lie within.
 */
export function completionsIn(
  app: pb.App,
  where = "TRUE",
  params: { [name: string]: unknown } = {},
): Entered[] {
  const select = `SELECT id, user, course, number, completedOn, corrects FROM completions
    WHERE ${where} AND ${counts} ORDER BY completedOn, "at", id`;
  return standingEntries(objectsOf<Entered>(app, columns, select, params));
}

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
