import { isRealDay } from "#domain/base/civil-date";
import type { RowFault } from "#domain/registers/imports/import";
import { namedIn } from "#domain/registers/screened";
import { objectsOf } from "../../base/database.ts";
import type { ImportTarget, Looked } from "../../imports/target.ts";
import { todayIn } from "./days.ts";
import { coursesIn, knownIn } from "./rows.ts";

/** Completions from a list of an e-learning system: person, course, day, and what the list calls it. */
export const completionsTarget: ImportTarget = {
  register: "completions",
  columns: 4,
  look,
  written: ([user = "", course = "", completedOn = "", what = ""], { id }, at) => ({
    user,
    course,
    number: 0,
    completedOn,
    evidence: "export",
    what,
    assessor: "",
    score: 0,
    outOf: 0,
    passMark: 0,
    file: "",
    name: "",
    sha256: "",
    mime: "",
    size: 0,
    corrects: "",
    reason: "",
    by: id,
    at,
  }),
  isWorkedOn: (tx, imported) => {
    const select = `SELECT c.id AS id FROM completions c JOIN completions i ON i.id = c.corrects
      WHERE i.imported = {:imported} LIMIT 1`;
    return objectsOf<{ id: string }>(tx, ["id"], select, { imported }).length > 0;
  },
};

function look(app: pb.App, rows: readonly (readonly string[])[]): Looked {
  const faultOf = faultsBy(app);
  const seen = knownIn(app);
  const faults: RowFault[] = [];
  const known = new Set<number>();
  rows.forEach(([user = "", course = "", day = "", what = ""], row) => {
    const says = faultOf(user, course, day, what);
    if (says !== "") faults.push({ row, says });
    const key = `${user} ${course} ${day}`;
    if (seen.has(key)) known.add(row);
    seen.add(key);
  });
  return { faults, known };
}

/** Says what is wrong with a row as a sentence; '' where nothing is. */
function faultsBy(app: pb.App) {
  const select = "SELECT id FROM users WHERE role <> 'auditor'";
  const people = new Set(objectsOf<{ id: string }>(app, ["id"], select).map(({ id }) => id));
  const courses = new Map(coursesIn(app).map((course) => [course.id, course]));
  const today = todayIn(app);
  const clean = new Map<string, boolean>();
  const isClean = (what: string): boolean => {
    if (!clean.has(what)) clean.set(what, what.length <= 120 && namedIn(what).length === 0);
    return clean.get(what) === true;
  };
  return (user: string, course: string, day: string, what: string): string => {
    const of = courses.get(course);
    if (!people.has(user)) return "This person is not of the clinic.";
    if (!of) return "There is no such course.";
    if (of.kind === "notice")
      return "The monitoring notice is shown on a screen, or given, and never imported.";
    if (!isRealDay(day)) return "There is no such day.";
    if (day > today) return "This day is still to come.";
    if (day < of.since) return `There was no such course then: it is given from ${of.since} on.`;
    return isClean(what) ? "" : "The name of the training is too long, or names a patient.";
  };
}
