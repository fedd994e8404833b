import { refuse } from "../../base/refusal.ts";

/** A course by its id. @throws {BadRequestError} If there is none. */
export function courseAt(tx: pb.App, id: string): pb.Record {
  const [course] = tx.findRecordsByFilter("courses", "id = {:id}", "", 1, 0, { id });
  if (!course) refuse("data.course", "unknown", "Choose a course of the list.");
  return course;
}

/** @throws {BadRequestError} If nobody of the clinic has this id; auditors are not of it. */
export function requirePerson(tx: pb.App, id: string): void {
  const filter = "id = {:id} && role != 'auditor'";
  if (tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0)
    refuse("data.user", "unknown", "Choose somebody of the clinic.");
}

/** A version of a course; undefined where it has none of that number. */
export const versionOf = (tx: pb.App, course: string, number: number): pb.Record | undefined =>
  tx.findRecordsByFilter("course_versions", "course = {:course} && number = {:number}", "", 1, 0, {
    course,
    number,
  })[0];

/** The newest number of a course's versions; 0 where it has none. */
export const newestNumber = (tx: pb.App, course: string): number =>
  tx
    .findRecordsByFilter("course_versions", "course = {:course}", "-number", 1, 0, { course })[0]
    ?.getInt("number") ?? 0;
