import { daysBetween } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import type { Handlers } from "../../acts/doing.ts";
import { Conflict } from "../../acts/row.ts";
import type { Caller } from "../../base/caller.ts";
import { now } from "../../base/clock.ts";
import { objectsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { refuse } from "../../base/refusal.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { type Actor, saveAct } from "../../ledger/chain/register-hook.ts";
import { readableCases } from "../incidents/case-facts.ts";
import { actorIn } from "../incidents/incident.ts";
import { requireReal, todayIn } from "./days.ts";
import { courseAt } from "./found.ts";
import { knownSql, knownTo, takenSql } from "./given-sql.ts";

/** Lessons that one person is given. */
export const givenLessonActs: Handlers<"given_lessons"> = {
  "given_lessons.add": ({ tx, actor, data }) => {
    const { incident = "", entry = "", ...rest } = data;
    if (incident !== "" && entry !== "")
      refuse("data.entry", "too-many", "It follows an incident or an entry of the log, not both.");
    requireHere(tx, data.user);
    const course = courseAt(tx, data.course);
    if (course.getString("retired") !== "") refuse("data.course", "over", "This course is given no more.");
    if (course.getString("kind") !== "")
      refuse(
        "data.course",
        "document",
        "A document is no lesson: ask for it, or say on which day it was given.",
      );
    requireDue(tx, data.due);
    const breach = incident === "" ? undefined : caseOf(tx, actor, incident);
    if (entry !== "") requireSentAnyway(tx, entry, data.user);
    requireOnce(tx, actor, { ...rest, incident, entry });
    const row = newRecord(tx, "given_lessons", {
      ...rest,
      id: newId(),
      givenOn: todayIn(tx),
      finding: breach ? "incident" : entry === "" ? "none" : "mail",
      kind: breach?.getString("kind") ?? "",
      incident,
      entry,
      by: actor.id,
      at: stored(now()),
      version: 1,
    });
    saveAct(tx, row, "give", behind(breach, actor));
    return { id: row.id, version: 1 };
  },

  "given_lessons.takeBack": ({ tx, actor, id, version, data }) => {
    const row = lessonAt(tx, actor, id);
    if (row.getString("user") === actor.id)
      throw new ForbiddenError("This lesson was given to you: somebody else takes it back.");
    if (row.getInt("version") !== version) throw new Conflict(row, version);
    if (row.getString("takenBackAt") !== "") refuse("id", "over", "This was taken back already.");
    row.set("takenBackAt", stored(now()));
    row.set("takenBackBy", actor.id);
    row.set("takenBackWhy", data.reason);
    row.set("version", version + 1);
    const incident = row.getString("incident");
    saveAct(
      tx,
      row,
      "take-back",
      behind(incident === "" ? undefined : tx.findRecordById("breaches", incident), actor),
    );
    return { id, version: version + 1 };
  },
};

/** Its event belongs to the case: where that is confidential, the event is hidden with it and names nobody. */
const behind = (breach: pb.Record | undefined, actor: Caller): Actor =>
  breach ? actorIn(breach, actor.id) : { user: actor.id };

/** @throws {NotFoundError} If there is none that this person may know of. */
function lessonAt(tx: pb.App, actor: Caller, id: string): pb.Record {
  const select = `SELECT g.id AS id FROM given_lessons g WHERE g.id = {:id} AND ${knownSql}`;
  const found = objectsOf<{ id: string }>(tx, ["id"], select, { id, ...knownTo(tx, actor) });
  if (found.length === 0) throw new NotFoundError("There is no such row.");
  return tx.findRecordById("given_lessons", id);
}

function requireHere(tx: pb.App, id: string): void {
  const filter = "id = {:id} && active = true && role != 'auditor'";
  if (tx.findRecordsByFilter("users", filter, "", 1, 0, { id }).length === 0)
    refuse("data.user", "unknown", "Choose somebody who works here now.");
}

function requireDue(tx: pb.App, due: string): void {
  requireReal("data.due", due);
  const ahead = daysBetween(todayIn(tx), due);
  if (ahead < 0) refuse("data.due", "in-past", "This day has passed.");
  if (ahead > policy.lessonDueLatest.amount)
    refuse("data.due", "too-late", `At most ${policy.lessonDueLatest.amount} days from today.`);
}

/** @throws {BadRequestError} The same of one that is not there and of one that this person may not read. */
function caseOf(tx: pb.App, actor: Caller, id: string): pb.Record {
  const [found] = tx.findRecordsByFilter("breaches", "id = {:id}", "", 1, 0, { id });
  if (!found || !readableCases(tx, actor)(found.id))
    return refuse("data.incident", "unknown", "Choose an incident that you may read.");
  return found;
}

function requireSentAnyway(tx: pb.App, id: string, user: string): void {
  const select = `SELECT user FROM events WHERE id = {:id} AND kind = 'mail.outcome' AND detail <> ''
    AND detail->>'outcome' = 'sent-anyway'`;
  const [found] = objectsOf<{ user: string }>(tx, ["user"], select, { id });
  if (!found) refuse("data.entry", "unknown", "This is no mail that was sent anyway.");
  if (found.user !== "" && found.user !== user) refuse("data.user", "another", "Somebody else sent it.");
}

/** @throws {BadRequestError} Where the same lesson after the same finding waits for this person. */
function requireOnce(
  tx: pb.App,
  actor: Caller,
  asked: {
    readonly user: string;
    readonly course: string;
    readonly incident: string;
    readonly entry: string;
  },
): void {
  const select = `SELECT g.id AS id FROM given_lessons g WHERE g.user = {:user} AND g.course = {:course}
    AND g.incident = {:incident} AND g.entry = {:entry} AND g.takenBackAt = '' AND ${takenSql} = '' AND ${knownSql}`;
  const { user, course, incident, entry } = asked;
  const params = { user, course, incident, entry, ...knownTo(tx, actor) };
  if (objectsOf<{ id: string }>(tx, ["id"], select, params).length > 0)
    refuse("data.course", "known", "This lesson waits for them already.");
}
