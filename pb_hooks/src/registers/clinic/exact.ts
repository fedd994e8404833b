import type { ActAnswer } from "#domain/api";
import { isRealDay } from "#domain/base/civil-date";
import { clinicId } from "#domain/clinic/clinic";
import type { Doing } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { decisionIn, eraseLists } from "../../clinic/exact-list.ts";

/**
 * The clinic decided on a list of its own patients, in an impact assessment of its own; said anew where that was.
 *
 * @throws {BadRequestError} For a day that is none, or is still to come.
 */
export function exactOn({ tx, actor, id, version, data }: Doing<"clinic.exactOn">): ActAnswer {
  if (id !== clinicId) throw new NotFoundError("There is no such row.");
  const clinic = rowAt(tx, "clinic", id, version);
  if (!isRealDay(data.decidedOn)) refuse("data.decidedOn", "invalid_format", "There is no such day.");
  if (data.decidedOn > clinicTime(tx).date(nowMs()))
    refuse("data.decidedOn", "in-future", "This day is still to come.");
  clinic.set("exactDecision", { ...data, at: now(), by: actor.id });
  return saveRow(tx, clinic, "exact-on", actor);
}

/** Off: the list is erased here at once, and by each browser when it next asks for its policy. */
export function exactOff({ tx, actor, id, version }: Doing<"clinic.exactOff">): ActAnswer {
  if (id !== clinicId) throw new NotFoundError("There is no such row.");
  const clinic = rowAt(tx, "clinic", id, version);
  if (!decisionIn(clinic)) refuse("data", "nothing", "It is switched off.");
  clinic.set("exactDecision", null);
  clinic.set("exactList", null);
  const answer = saveRow(tx, clinic, "exact-off", actor);
  eraseLists(tx);
  return answer;
}

/** The list goes, the decision stays: another may be made. */
export function exactErase({ tx, actor, id, version }: Doing<"clinic.exactErase">): ActAnswer {
  if (id !== clinicId) throw new NotFoundError("There is no such row.");
  const clinic = rowAt(tx, "clinic", id, version);
  if (clinic.getString("exactList") === "null" || clinic.getString("exactList") === "")
    refuse("data", "nothing", "There is no list.");
  clinic.set("exactList", null);
  const answer = saveRow(tx, clinic, "exact-erase", actor);
  eraseLists(tx);
  return answer;
}
