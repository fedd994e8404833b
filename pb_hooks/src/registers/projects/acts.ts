import { isRealDay } from "#domain/base/civil-date";
import { monthsAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { checkProblem } from "#domain/registers/projects/figures";
import { projectProblem } from "#domain/registers/projects/project";
import type { Doing, Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";

/** Projects of secondary use. A project is entered once; its day may be moved, and it is ended. */
export const projectActs: Handlers<"projects"> = {
  "projects.begin": ({ tx, actor, data }) => {
    const { madeBy = "", ...rest } = data;
    requireUntil(tx, data.until);
    requirePerson(tx, "holder", data.holder);
    if (madeBy !== "") requirePerson(tx, "madeBy", madeBy);
    const problem = projectProblem({ form: data.form, basis: data.basis, madeBy });
    if (problem) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
    const project = newRecord(tx, "projects", {
      ...rest,
      ...{ id: newId(), madeBy, extendedWhy: "", endedAt: "", endedBy: "", fate: "", endedWhy: "" },
      ...{ by: actor.id, at: stored(now()), version: 0 },
    });
    return saveRow(tx, project, "begin", actor);
  },

  "projects.extend": (doing) => {
    const { tx, actor, data } = doing;
    const project = runningAt(doing);
    requireUntil(tx, data.until);
    if (data.until <= project.getString("until"))
      refuse("data.until", "too-early", "It runs until then already: to stop it sooner, end it.");
    project.set("until", data.until);
    project.set("extendedWhy", data.reason);
    return saveRow(tx, project, "extend", actor);
  },

  "projects.end": (doing) => {
    const { tx, actor, data } = doing;
    const project = runningAt(doing);
    project.set("endedAt", stored(now()));
    project.set("endedBy", actor.id);
    project.set("fate", data.fate);
    project.set("endedWhy", data.reason);
    return saveRow(tx, project, "end", actor);
  },

  "projects.check": (doing) => {
    const { tx, actor, id, data } = doing;
    const project = runningAt(doing);
    const { reason = "", ...found } = data;
    const problem = checkProblem({ ...found, reason }, actor.role);
    if (problem) refuse(`data.${problem.field}`, "does-not-fit", problem.says);
    const check = { ...found, reason, id: newId(), project: id, by: actor.id, at: stored(now()) };
    saveFor(tx, newRecord(tx, "project_checks", check), { user: actor.id });
    return saveRow(tx, project, "check", actor);
  },
};

/** @throws {ForbiddenError} If the project was ended. */
function runningAt({
  tx,
  id,
  version,
}: Doing<"projects.extend" | "projects.end" | "projects.check">): pb.Record {
  const project = rowAt(tx, "projects", id, version);
  if (project.getString("endedAt") !== "")
    throw new ForbiddenError("This project has ended: enter what comes after it as another one.");
  return project;
}

function requireUntil(tx: pb.App, until: string): void {
  const today = clinicTime(tx).date(nowMs());
  if (!isRealDay(until)) refuse("data.until", "invalid_format", "There is no such day.");
  if (until < today) refuse("data.until", "in-past", "This day has passed.");
  if (until > monthsAfter(today, policy.projectLongest.amount * 12))
    refuse(
      "data.until",
      "too-late",
      `At most ${policy.projectLongest.amount} years: then somebody looks again.`,
    );
}

/** @throws {BadRequestError} If nobody who works here has this id. */
function requirePerson(tx: pb.App, field: "holder" | "madeBy", id: string): void {
  if (tx.findRecordsByFilter("users", "id = {:id} && active = true", "", 1, 0, { id }).length === 0)
    refuse(`data.${field}`, "unknown", "Nobody who works here has this name.");
}
