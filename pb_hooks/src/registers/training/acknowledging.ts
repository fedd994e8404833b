import type { Handlers } from "../../acts/doing.ts";
import { refuse } from "../../base/refusal.ts";
import { enteredCompletion } from "./completions.ts";
import { requirePastDay } from "./days.ts";
import { readDocument, requireNewVersion } from "./document.ts";
import { courseAt, requirePerson, versionOf } from "./found.ts";
import { noticesIn } from "./notices.ts";

type Acknowledging = Pick<
  Handlers<"completions">,
  "completions.acknowledge" | "completions.decline" | "completions.giveOn"
>;

/** That somebody read a version of a document, was shown it, or was given it on a day. */
export const acknowledgingActs: Acknowledging = {
  "completions.acknowledge": ({ tx, actor, data }) =>
    readDocument(tx, { ...data, user: actor.id, says: "read", browser: "" }, { user: actor.id }),

  "completions.decline": ({ tx, actor, data }) =>
    readDocument(tx, { ...data, user: actor.id, says: "declined", browser: "" }, { user: actor.id }),

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
