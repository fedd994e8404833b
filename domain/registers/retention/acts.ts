import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence as sentenceOf, sentenceOrNone } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import { heldBy } from "../holds/acts.ts";
import type { ActRule } from "../register.ts";
import { keepReasons, type RetentionState } from "./state.ts";

/** `second`: the person who was asked. `asked`: they, or who asked them. */
export type RetentionNeed = "second" | "asked";

const managers = ["manager", "dpo"] as const;
const sentence = sentenceOf(policy.sentenceLongest.amount);
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  z.enum(Object.keys(words) as [Key, ...Key[]]);

/** The first of a month, by which alone records are listed. */
export const firstOfMonth = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-01$/));

export const retentionActs = {
  /** Somebody looked at the record and says what speaks for keeping it longer, or that nothing does. */
  "retention_rows.appraise": {
    may: managers,
    on: "row",
    from: ["waiting", "kept"],
    data: z.strictObject({ found: sentence }),
  },
  "retention_rows.keep": {
    may: managers,
    on: "row",
    from: ["waiting", "appraised", "kept"],
    data: z.strictObject({ why: keysOf(keepReasons), reason: sentence, until: firstOfMonth }),
  },
  /** Asks a second person to agree that it is destroyed. */
  "retention_rows.ask": {
    may: managers,
    on: "row",
    from: ["appraised"],
    data: z.strictObject({ second: rowId }),
  },
  "retention_rows.agree": {
    may: managers,
    on: "row",
    from: ["asked"],
    need: "second",
    data: z.strictObject({}),
  },
  /** Not destroyed: back to who appraised it. */
  "retention_rows.decline": {
    may: managers,
    on: "row",
    from: ["asked", "agreed"],
    need: "asked",
    data: z.strictObject({ reason: sentence }),
  },
  /** It is done in the clinical system; the certificate is made. */
  "retention_rows.done": {
    may: managers,
    on: "row",
    from: ["agreed"],
    data: z.strictObject({
      /** Day on which it was deleted in the clinical system. */
      on: civilDate,
      /** Who did it, and how it is known. */
      how: sentence,
      /** Paper and other places: where, when, slip. */
      beside: sentenceOrNone(policy.sentenceLongest.amount),
    }),
  },
  /** Placed in the register of holds, where it is looked at again and released. */
  "retention_rows.hold": {
    may: managers,
    on: "row",
    from: ["waiting", "appraised", "asked", "agreed", "kept"],
    data: z.strictObject(heldBy),
  },
  /** What a file brought in is taken back as a whole, until somebody has worked on one of its rows. */
  "retention_lists.undo": {
    may: managers,
    on: "row",
    data: z.strictObject({ reason: sentence }),
  },
  /** The lead has read the source of a line that is to be checked, or says the clinic's own period. */
  "retention_lines.confirm": {
    may: ["dpo"],
    on: "new",
    data: z.strictObject({
      line: oneLine(60),
      years: z.int().check(z.minimum(1), z.maximum(100)),
      /** Where it was read. */
      source: sentence,
      /** Id of the confirmation that it stands in place of; left out where there was none. */
      after: z.optional(rowId),
    }),
  },
} as const satisfies Record<string, ActRule<RetentionState, RetentionNeed>>;

export type OnRecord = Extract<keyof typeof retentionActs, `retention_rows.${string}`>;
