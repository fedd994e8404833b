import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence as sentenceOf, sentenceOrNone } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import { roles } from "../../roles.ts";
import type { ActRule } from "../register.ts";

/** Where an action stands; one that is overdue is open. */
export type ActionProgress = "open" | "done" | "verified" | "cancelled";

/** `do`: its owner, or whoever manages. `verify`: somebody else than who did it. */
export type ActionNeed = "do" | "verify";

const managers = ["manager", "dpo"] as const;
const sentence = sentenceOf(policy.sentenceLongest.amount);

/** Corrective actions of every register. Who owns one may do it; who verifies is somebody else. */
export const actionActs = {
  /** On an incident also what `addsToCase` asks of it. */
  "actions.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      register: z.enum(["breaches", "reviews", "suppliers", "audit_rounds"]),
      /** Row of that register. */
      subject: rowId,
      text: sentence,
      owner: rowId,
      due: civilDate,
    }),
  },
  "actions.done": {
    may: roles,
    on: "row",
    from: ["open"],
    need: "do",
    data: z.strictObject({ note: z.optional(sentenceOrNone(policy.sentenceLongest.amount)) }),
  },
  "actions.verify": {
    may: managers,
    on: "row",
    from: ["done"],
    need: "verify",
    data: z.strictObject({}),
  },
  "actions.cancel": {
    may: managers,
    on: "row",
    from: ["open", "done"],
    data: z.strictObject({ reason: sentence }),
  },
} as const satisfies Record<string, ActRule<ActionProgress, ActionNeed>>;

/** Registers whose actions follow from what a patient decided: they are closed with a word of what was done. */
export const closedWithWords: readonly string[] = ["consents", "requests"];

/** Acts on an action that is there. */
export type OnAction = Exclude<keyof typeof actionActs, "actions.add">;
