import type { ActData } from "#domain/acts";
import { isFrom } from "#domain/registers/register";
import { numberedIn } from "#domain/registers/screened";
import { trainingActs } from "#domain/registers/training/acts";
import { lessonProblem } from "#domain/registers/training/lesson";
import { requireClean } from "../../acts/clean.ts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { requireReal, todayIn } from "./days.ts";
import { newestNumber } from "./found.ts";

/** What a course is, and its versions. */
export const courseActs: Handlers<"courses"> = {
  "courses.add": ({ tx, actor, data }) => {
    requireReal("data.since", data.since);
    requireName(tx, data.name, "");
    requireTraining(data.kind ?? "", data.ofBreaches);
    const at = stored(now());
    const row = newRecord(tx, "courses", {
      ...data,
      kind: data.kind ?? "",
      id: newId(),
      key: "",
      retired: "",
      by: actor.id,
      at,
      version: 0,
    });
    return saveRow(tx, row, "add", actor);
  },

  "courses.change": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "courses", id, version);
    requireName(tx, data.name, id);
    requireTraining(row.getString("kind"), data.ofBreaches);
    for (const field of ["name", "about", "ofBreaches"] as const) row.set(field, data[field]);
    return saveRow(tx, row, "change", actor);
  },

  "courses.version": ({ tx, actor, id, version, data }) => {
    const row = givenAt(tx, "courses.version", id, version);
    if (data.content === "file") refuse("data.content", "missing", "Choose the file of the course.");
    addVersion(tx, row, actor.id, data);
    return saveRow(tx, row, "version", actor);
  },

  "courses.retire": ({ tx, actor, id, version, data }) => {
    const row = givenAt(tx, "courses.retire", id, version);
    requireReal("data.until", data.until);
    row.set("retired", data.until);
    return saveRow(tx, row, "retire", actor);
  },
};

/** @throws {Conflict} {BadRequestError} Where it is given no more. */
export function givenAt(
  tx: pb.App,
  act: "courses.version" | "courses.retire",
  id: string,
  version: number,
): pb.Record {
  const row = rowAt(tx, "courses", id, version);
  if (row.getString("kind") === "notice")
    refuse("id", "notice", "Its versions are recorded on the page of the notice.");
  const state = row.getString("retired") === "" ? "given" : "retired";
  if (!isFrom(trainingActs[act], state)) refuse("id", "over", "This course is given no more.");
  return row;
}

/** @throws {BadRequestError} Where a document would count as training in reports of breaches. */
function requireTraining(kind: string, ofBreaches: boolean): void {
  if (kind !== "" && ofBreaches) refuse("data.ofBreaches", "document", "To read a document is no training.");
}

function requireName(tx: pb.App, name: string, but: string): void {
  const same = tx.findRecordsByFilter("courses", "name:lower = {:name} && id != {:but}", "", 1, 0, {
    name: name.toLowerCase(),
    but,
  });
  if (same.length > 0) refuse("data.name", "known", "There is a course of this name.");
}

/** The file of a version, as it was brought. */
export interface VersionFile {
  readonly values: {
    readonly name: string;
    readonly sha256: string;
    readonly mime: string;
    readonly size: number;
  };
  readonly file: pb.File;
}

/** Adds the next version. @throws {BadRequestError} Where it does not hold what it says that it holds. */
export function addVersion(
  tx: pb.App,
  course: pb.Record,
  by: string,
  data: ActData<"courses.version">,
  brought?: VersionFile,
): number {
  requireReal("data.from", data.from);
  requireReal("data.oldUntil", data.oldUntil);
  if (data.from > todayIn(tx)) refuse("data.from", "in-future", "A version is entered once it is given.");
  if (data.content === "link" && !data.link)
    refuse("data.link", "missing", "Enter the address, with https://.");
  if (data.content === "lesson") requireLesson(data);
  const number = newestNumber(tx, course.id) + 1;
  const row = newRecord(tx, "course_versions", {
    id: newId(),
    course: course.id,
    number,
    from: data.from,
    oldUntil: data.oldUntil,
    content: data.content,
    link: data.content === "link" ? data.link : "",
    lesson: data.content === "lesson" ? data.lesson : null,
    rights: data.content === "lesson" ? (data.rights ?? []) : null,
    note: data.note,
    by,
    at: stored(now()),
    ...brought?.values,
  });
  if (brought) row.set("file", brought.file);
  saveFor(tx, row, { user: by });
  return number;
}

function requireLesson({ lesson, rights = [] }: ActData<"courses.version">): void {
  if (!lesson) refuse("data.lesson", "missing", "Write the lesson.");
  const problem = lessonProblem(lesson, rights);
  if (problem) refuse("data.lesson", "invalid_value", problem);
  const texts = [
    ...lesson.parts.flatMap(({ title, text }) => [title, text]),
    ...lesson.questions.flatMap(({ asks, answers }) => [asks, ...answers]),
  ];
  requireClean("data.lesson", texts.join("\n"), numberedIn);
}
