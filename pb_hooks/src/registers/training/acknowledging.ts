import type { Handlers } from "../../acts/doing.ts";
import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { enteredCompletion } from "./completions.ts";
import { requirePastDay, todayIn } from "./days.ts";
import { courseAt, newestNumber, requirePerson, versionOf } from "./found.ts";
import { noticesIn } from "./notices.ts";
import { counts } from "./rows.ts";

type Acknowledging = Pick<Handlers<"completions">, "completions.acknowledge" | "completions.giveOn">;

/** That somebody read a version of a document, or was given it on a day. */
export const acknowledgingActs: Acknowledging = {
  "completions.acknowledge": ({ tx, actor, data: { course, number } }) => {
    if (courseAt(tx, course).getString("kind") !== "policy")
      refuse("data.course", "no-policy", "This is no document to acknowledge.");
    if (!versionOf(tx, course, number)) refuse("data.number", "unknown", "There is no such version.");
    if (number !== newestNumber(tx, course))
      refuse("data.number", "older", "There is a newer version: read that one.");
    requireNewVersion(tx, actor.id, course, number);
    const values = { user: actor.id, course, number, completedOn: todayIn(tx), evidence: "acknowledged" };
    return enteredCompletion(tx, { user: actor.id }, "acknowledge", values);
  },

  "completions.giveOn": ({ tx, actor, data: { how, ...data } }) => {
    requirePerson(tx, data.user);
    if (data.user === actor.id)
      throw new ForbiddenError("You read it yourself: what was given is recorded by the one who gave it.");
    requirePastDay(tx, "data.completedOn", data.completedOn);
    const from = givenFrom(tx, courseAt(tx, data.course), data.number);
    if (data.completedOn < from)
      refuse("data.completedOn", "too-early", `Version ${data.number} is given from ${from} on.`);
    requireNewVersion(tx, data.user, data.course, data.number);
    return enteredCompletion(tx, { user: actor.id }, "give-on", {
      ...data,
      evidence: "given-on",
      reason: how,
    });
  },
};

/** Civil date from which a version is given. @throws {BadRequestError} Where it is no document, or has no such version. */
function givenFrom(tx: pb.App, course: pb.Record, number: number): string {
  const kind = course.getString("kind");
  if (kind === "")
    return refuse("data.course", "no-policy", "This is a course: record its completion in its own way.");
  const from =
    kind === "notice"
      ? noticesIn(tx).find((one) => one.number === number)?.from
      : versionOf(tx, course.id, number)?.getString("from");
  return from ?? refuse("data.number", "unknown", "There is no such version.");
}

function requireNewVersion(tx: pb.App, user: string, course: string, number: number): void {
  const select = `SELECT c.id AS id FROM completions c WHERE c.user = {:user} AND c.course = {:course}
    AND c.number = {:number} AND ${counts} LIMIT 1`;
  if (rowsOf(tx, ["id"], select, { user, course, number }).length > 0)
    refuse("data.number", "known", "This version stands under that name already.");
}
