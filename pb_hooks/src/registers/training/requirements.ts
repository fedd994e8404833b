import { isFrom } from "#domain/registers/register";
import { trainingActs } from "#domain/registers/training/acts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { requireReal, requireSpan } from "./days.ts";
import { courseAt, requirePerson } from "./found.ts";

/** Of whom a course is asked. What stands is never changed, but ended, so that past days keep their answer. */
export const requirementActs: Handlers<"requirements"> = {
  "requirements.add": ({ tx, actor, data }) => {
    const course = courseAt(tx, data.course);
    if (course.getString("retired") !== "") refuse("data.course", "over", "This course is given no more.");
    if (course.getString("kind") !== "" && data.months !== 0)
      refuse("data.months", "once", "A document is asked once a version: a new version asks anew.");
    const { user = "", ...rest } = data;
    const isOfOne = data.whom === "person" || data.whom === "not";
    if (isOfOne && user === "") refuse("data.user", "missing", "Choose the person.");
    if (isOfOne) requirePerson(tx, user);
    requireReal("data.from", data.from);
    const row = newRecord(tx, "requirements", {
      ...rest,
      user: isOfOne ? user : "",
      id: newId(),
      until: "",
      endReason: "",
      by: actor.id,
      at: stored(now()),
      version: 0,
    });
    requireFresh(tx, row);
    return saveRow(tx, row, "add", actor);
  },

  "requirements.end": ({ tx, actor, id, version, data }) => {
    const row = rowAt(tx, "requirements", id, version);
    const state = row.getString("until") === "" ? "standing" : "ended";
    if (!isFrom(trainingActs["requirements.end"], state)) refuse("id", "over", "This has ended already.");
    requireSpan("data.until", { from: row.getString("from"), until: data.until });
    row.set("until", data.until);
    row.set("endReason", data.reason);
    return saveRow(tx, row, "end", actor);
  },
};

function requireFresh(tx: pb.App, row: pb.Record): void {
  const params = {
    course: row.getString("course"),
    whom: row.getString("whom"),
    user: row.getString("user"),
  };
  const filter = "course = {:course} && whom = {:whom} && user = {:user} && until = ''";
  if (tx.findRecordsByFilter("requirements", filter, "", 1, 0, params).length > 0)
    refuse("data.whom", "known", "This is asked of them already: end that first.");
}
