import type { ActData } from "#domain/acts";
import type { Handlers } from "../../acts/doing.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import type { VersionFile } from "./courses.ts";
import { requirePastDay } from "./days.ts";
import { courseAt, requirePerson, versionOf } from "./found.ts";
import { daysIn } from "./rows.ts";
import { takeLesson } from "./take-lesson.ts";

type Acknowledging = "completions.acknowledge" | "completions.decline" | "completions.giveOn";

/** Who completed what: added, and mended by a further one, never changed. */
export const completionActs: Omit<Handlers<"completions">, Acknowledging> = {
  "completions.add": ({ tx, actor, data }) => {
    if (data.evidence === "certificate") refuse("data.evidence", "missing", "Choose the certificate’s file.");
    if (!["stated", "assessor", "certificate"].includes(data.evidence))
      refuse(
        "data.evidence",
        "invalid_value",
        "A lesson is answered, a list imported and a document acknowledged: none is entered by hand.",
      );
    return addCompletion(tx, actor.id, data);
  },

  "completions.correct": ({ tx, actor, data }) => {
    const { completion, course: other, ...rest } = data;
    const [wrong] = tx.findRecordsByFilter("completions", "id = {:completion}", "", 1, 0, { completion });
    if (!wrong) refuse("data.completion", "unknown", "There is no such completion.");
    const mended = tx.findRecordsByFilter("completions", "corrects = {:completion}", "", 1, 0, {
      completion,
    });
    if (mended.length > 0)
      refuse("data.completion", "known", "This was mended already: mend the one in its place.");
    const user = wrong.getString("user");
    const course = other ?? wrong.getString("course");
    if (course !== wrong.getString("course") && courseAt(tx, course).getString("kind") !== "")
      refuse("data.course", "document", "A document is acknowledged, or given: nothing is moved there.");
    if (data.completedOn !== "") {
      requireDayOf(tx, course, data.completedOn);
      const moved =
        data.completedOn !== wrong.getString("completedOn") || course !== wrong.getString("course");
      if (moved) requireNew(tx, user, course, data.completedOn);
    } else if (wrong.getString("completedOn") === "") {
      refuse("data.completedOn", "known", "This was taken back: enter the training anew.");
    }
    return enteredCompletion(tx, { user: actor.id }, "correct", {
      what: wrong.getString("what"),
      number: course === wrong.getString("course") ? wrong.getInt("number") : 0,
      evidence: wrong.getString("evidence") === "given-on" ? "given-on" : "stated",
      ...rest,
      user,
      course,
      corrects: completion,
    });
  },

  "completions.take": ({ tx, actor, data }) =>
    takeLesson(tx, { ...data, user: actor.id, browser: "" }, { user: actor.id }),
};

/** @throws {BadRequestError} Where it can’t have been so. */
export function addCompletion(
  tx: pb.App,
  by: string,
  data: ActData<"completions.add">,
  brought?: VersionFile,
): { id: string; version: number } {
  requirePerson(tx, data.user);
  if (courseAt(tx, data.course).getString("kind") === "notice")
    refuse("data.course", "notice", "It is shown on a screen, or given: say on which day it was given.");
  requireDayOf(tx, data.course, data.completedOn);
  requireNew(tx, data.user, data.course, data.completedOn);
  if (data.number) {
    const version = versionOf(tx, data.course, data.number);
    if (!version) refuse("data.number", "unknown", "This course has no such version.");
    const from = version.getString("from");
    if (data.completedOn < from)
      refuse("data.completedOn", "too-early", `Version ${data.number} is given from ${from} on.`);
  }
  if (data.evidence === "assessor" && !data.assessor)
    refuse("data.assessor", "missing", "Say who saw that it can be done.");
  return enteredCompletion(tx, { user: by }, "add", { ...data, ...brought?.values }, brought);
}

/** Enters a completion as one act, in this person’s name. */
export function enteredCompletion(
  tx: pb.App,
  actor: Actor,
  action: string,
  values: { readonly [field: string]: unknown },
  brought?: VersionFile,
) {
  const row = newRecord(tx, "completions", { ...values, id: newId(), by: actor.user, at: stored(now()) });
  if (brought) row.set("file", brought.file);
  saveAct(tx, row, action, actor, brought?.values.sha256);
  return { id: row.id, version: 1 };
}

/** @throws {BadRequestError} If the day is none, is to come, or lies before the course. */
function requireDayOf(tx: pb.App, course: string, completedOn: string): void {
  const since = courseAt(tx, course).getString("since");
  requirePastDay(tx, "data.completedOn", completedOn);
  if (completedOn < since)
    refuse(
      "data.completedOn",
      "before-course",
      `There was no such course then: it is given from ${since} on.`,
    );
}

/** @throws {BadRequestError} If it stands there already. */
export function requireNew(tx: pb.App, user: string, course: string, completedOn: string): void {
  if (daysIn(tx, "c.user = {:user} AND c.course = {:course}", { user, course }).includes(completedOn))
    refuse("data.completedOn", "known", "This is entered already.");
}
