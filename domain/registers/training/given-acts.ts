import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";

const managers = ["manager", "dpo"] as const;
const told = sentence(policy.sentenceLongest.amount);

/** A lesson that one person is given: after a finding, or without one. */
export const givenLessonActs = {
  "given_lessons.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      user: rowId,
      course: rowId,
      /** Why, in a sentence that this person reads. */
      reason: told,
      /** Civil date: last day on which it is taken in time. */
      due: civilDate,
      /** The incident that showed it; nothing with `entry`. */
      incident: z.optional(rowId),
      /** The entry of the log that showed it: a mail that was sent anyway. */
      entry: z.optional(rowId),
    }),
  },
  /** It is asked no more: it was given by mistake. */
  "given_lessons.takeBack": {
    may: managers,
    on: "row",
    from: ["open", "taken"],
    data: z.strictObject({ reason: told }),
  },
} as const satisfies Record<string, ActRule<"open" | "taken" | "taken-back">>;
