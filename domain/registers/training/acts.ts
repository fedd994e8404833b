import * as z from "zod/mini";
import { civilDate } from "../../base/civil-date.ts";
import { oneLine } from "../../base/one-line.ts";
import { rowId } from "../../base/row-id.ts";
import { sentence, written } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";

const managers = ["manager", "dpo"] as const;

/** A completion of training entered by hand, until the training register answers. */
export const trainingActs = {
  "training_entries.add": {
    may: managers,
    on: "new",
    data: z.strictObject({
      user: rowId,
      completedOn: civilDate,
      what: z.optional(written(oneLine(120))),
    }),
  },
  /** Mends an entry by another in its place; an empty day takes it back. */
  "training_entries.correct": {
    may: managers,
    on: "new",
    data: z.strictObject({
      entry: rowId,
      completedOn: z.union([civilDate, z.literal("")]),
      what: z.optional(written(oneLine(120))),
      reason: sentence(policy.sentenceLongest.amount),
    }),
  },
} as const satisfies Record<string, ActRule>;
