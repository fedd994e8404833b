import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { instant, recordRef, systemName } from "../../base/forms.ts";
import { oneOf } from "../../base/keys-of.ts";
import { oneLine } from "../../base/one-line.ts";
import { sentence, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";
import { grounds, handedOver, othersHidden, recipientChecked } from "./disclosure.ts";
import { bodyKeys, type ShareState, shareAnswers } from "./share.ts";

const said = sentence(policy.sentenceLongest.amount);

/** What its disclosure says beside what was given, where the answers do not say it. */
const ofGiven = {
  others: z.optional(oneOf(othersHidden)),
  checked: z.optional(oneOf(recipientChecked)),
  /** Of public interest, weighed: the harm of not telling, and of telling. */
  harmIfNot: z.optional(said),
  harmIf: z.optional(said),
};

/** *May I share?*: its answer on the record, and what the lead decides of what goes to them. */
export const shareActs = {
  "shares.record": {
    may: ["staff", "manager", "dpo"],
    on: "new",
    /** A professional and an organisation have names here; what is said beside is screened whole, by the handler. */
    asksForOwn: () => true,
    data: z.strictObject({
      answers: shareAnswers,
      system: z.optional(systemName),
      recordRef: z.optional(recordRef),
      organisation: z.optional(written(oneLine(120))),
      reference: z.optional(written(oneLine(60))),
      asked: said,
      /** Of a permit: what was given, and how. */
      given: z.optional(said),
      how: z.optional(oneOf(handedOver)),
      ...ofGiven,
      /** Who decided, of what the law keeps for a registered health professional. */
      professionalName: z.optional(written(oneLine(80))),
      professionalBody: z.optional(z.enum(bodyKeys)),
      professionalNumber: z.optional(written(oneLine(14))),
      professionalAt: z.optional(instant),
      /** Of a notifiable disease. */
      disease: z.optional(written(oneLine(60))),
      suspectedOn: z.optional(civilDate),
      /** The smallest count, of figures. */
      smallest: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000))),
    }),
  },
  /** What goes to the lead, as a permit of theirs or as what nobody at the desk may say, a manager decides as little as staff. */
  "shares.decide": {
    may: ["dpo"],
    on: "row",
    from: ["asked"],
    data: z.strictObject({
      decision: z.enum(["given", "refused"]),
      reason: said,
      given: z.optional(said),
      how: z.optional(oneOf(handedOver)),
      /** Of what no row of the table permits. */
      ground: z.optional(oneOf(grounds)),
      ...ofGiven,
    }),
  },
} as const satisfies Record<string, ActRule<ShareState>>;
