import { isRealDay } from "#domain/base/civil-date";
import { milliseconds, policy } from "#domain/policy";
import { mostOwnLines } from "#domain/registers/audits/audit";
import { templates } from "#domain/registers/audits/templates";
import { requireCleanData } from "../../acts/clean.ts";
import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now, nowMs } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { beginRound } from "./begin.ts";

/** The programme: what is looked at, how often, by whom. */
export const auditActs: Handlers<"audits"> = {
  "audits.plan": ({ tx, actor, data }) => {
    const { template, title = templates[data.template].title, subject, every, owner, nextOn } = data;
    const own = template === "own";
    if (title === "") refuse("data.title", "missing", "Say what the audit is called.");
    const questions = own ? linesIn(data.questions ?? "") : [];
    if (!own && data.questions !== undefined)
      refuse("data.questions", "not-asked", "The template has its own lines.");
    if (own && questions.length === 0) refuse("data.questions", "missing", "Write a line for each question.");
    if (questions.length > mostOwnLines || questions.some((line) => line.length > 300))
      refuse("data.questions", "too_big", `At most ${mostOwnLines} lines of 300 characters.`);
    requireOwner(tx, owner);
    requireAhead(tx, nextOn);
    const audit = newRecord(tx, "audits", {
      ...{ id: newId(), template, title, subject, every, owner, nextOn, questions },
      state: "in-use",
      by: actor.id,
      at: stored(now()),
      version: 0,
    });
    return saveRow(tx, audit, "plan", actor);
  },

  "audits.change": ({ tx, actor, id, version, data }) => {
    const audit = inUseAt(tx, id, version);
    requireCleanData("audits.change", data);
    requireOwner(tx, data.owner);
    requireAhead(tx, data.nextOn);
    for (const [field, value] of Object.entries(data)) audit.set(field, value);
    return saveRow(tx, audit, "change", actor);
  },

  "audits.begin": ({ tx, actor, id, version }) => {
    const audit = inUseAt(tx, id, version);
    if (openRound(tx, id))
      refuse("id", "known", "A round of this audit is open already: finish that one first.");
    beginRound(tx, audit, actor.id);
    return saveRow(tx, audit, "begin", actor);
  },

  "audits.retire": ({ tx, actor, id, version, data }) => {
    const audit = inUseAt(tx, id, version);
    if (openRound(tx, id)) refuse("id", "not-now", "A round of this audit is open: close it first.");
    audit.set("state", "retired");
    audit.set("retiredWhy", data.reason);
    return saveRow(tx, audit, "retire", actor);
  },
};

/** @throws {ForbiddenError} Once it is out of the programme. */
function inUseAt(tx: pb.App, id: string, version: number): pb.Record {
  const audit = rowAt(tx, "audits", id, version);
  if (audit.getString("state") !== "in-use")
    throw new ForbiddenError("This audit is no longer in the programme: plan a new one.");
  return audit;
}

const openRound = (tx: pb.App, audit: string): boolean =>
  tx.findRecordsByFilter("audit_rounds", "audit = {:audit} && state = 'open'", "", 1, 0, { audit }).length >
  0;

const linesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function requireOwner(tx: pb.App, owner: string): void {
  const filter = "id = {:owner} && active = true && (role = 'manager' || role = 'dpo')";
  if (tx.findRecordsByFilter("users", filter, "", 1, 0, { owner }).length === 0)
    refuse("data.owner", "unknown", "Choose a manager or the lead.");
}

/** @throws {BadRequestError} If there is no such day, or it lies before today or more than two years ahead. */
export function requireAhead(tx: pb.App, nextOn: string): void {
  if (!isRealDay(nextOn)) refuse("data.nextOn", "invalid_format", "There is no such day.");
  const today = clinicTime(tx).date(nowMs());
  if (nextOn < today) refuse("data.nextOn", "too-early", "The next time is today or later.");
  if (Date.parse(nextOn) - Date.parse(today) > milliseconds(policy.auditAhead))
    refuse("data.nextOn", "too-late", "Plan it within two years.");
}
