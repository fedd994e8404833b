import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";

const team = ["staff", "manager", "dpo"] as const;
const managers = ["manager", "dpo"] as const;
const number = z.int().check(z.minimum(1), z.maximum(10_000));

/** That somebody read a version of a document, or was given it. */
export const acknowledgingActs = {
  /** "I have read it and understood it", of the version that is on the screen. */
  "completions.acknowledge": {
    may: team,
    on: "new",
    data: z.strictObject({ course: rowId, number }),
  },
  /** It was shown to oneself, in the version that is on the screen, and one does not tick: kept as given on that day. */
  "completions.decline": {
    may: team,
    on: "new",
    data: z.strictObject({ course: rowId, number }),
  },
  /** A manager gave it to somebody who declines to tick, or has no screen: when, and how. */
  "completions.giveOn": {
    may: managers,
    on: "new",
    data: z.strictObject({
      user: rowId,
      course: rowId,
      number,
      completedOn: civilDate,
      how: sentence(policy.sentenceLongest.amount),
    }),
  },
} as const satisfies Record<string, ActRule>;
