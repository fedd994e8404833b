import * as z from "zod/mini";
import { systemName } from "../../../base/forms.ts";
import { oneOf } from "../../../base/keys-of.ts";
import { oneLine } from "../../../base/one-line.ts";
import { rowId } from "../../../base/row-id.ts";
import { sentence } from "../../../base/sentence.ts";
import { policy } from "../../../policy.ts";
import type { ActRule } from "../../register.ts";
import { ages, requesters, requestKinds } from "../kinds.ts";

const managers = ["manager", "dpo"] as const;

export const sentStates = ["waiting", "accepted", "refused"] as const;
export type SentState = (typeof sentStates)[number];

/** Why something that came by the public form is no request. */
export const refusedWhys = {
  spam: "sent by a program, or to annoy",
  twice: "the same as one that we have",
  other: "no request of right",
} as const;
export type RefusedWhy = keyof typeof refusedWhys;

/** What came by the public form lies apart until somebody says what it is. */
export const sentActs = {
  /** It becomes a request, as of the day on which it came. */
  "sent_requests.accept": {
    may: managers,
    on: "row",
    from: ["waiting"],
    data: z.strictObject({
      kind: z.enum(requestKinds),
      requester: z.enum(requesters),
      age: z.enum(ages),
      doubt: z.enum(["yes", "no"]),
      system: z.optional(systemName),
      recordRef: z.optional(oneLine(200)),
      /** What is asked for, without names, of what was sent. */
      wants: sentence(policy.requestWordsLongest.amount),
    }),
  },
  "sent_requests.refuse": {
    may: managers,
    on: "row",
    from: ["waiting"],
    data: z.strictObject({ why: oneOf(refusedWhys), reason: sentence(policy.sentenceLongest.amount) }),
  },
  /** Of a flood: all of these at once. */
  "sent_requests.refuseSpam": {
    may: managers,
    on: "new",
    data: z.strictObject({
      ids: z.array(rowId).check(z.minLength(1), z.maxLength(policy.sentWaitMost.amount)),
      reason: sentence(policy.sentenceLongest.amount),
    }),
  },
} as const satisfies Record<string, ActRule<SentState>>;
export type SentAct = keyof typeof sentActs;
