import * as z from "zod/mini";
import { sentence } from "../../base/sentence.ts";
import { policy } from "../../policy.ts";
import type { ActRule } from "../register.ts";

/** What a file brought in is undone as a whole, until somebody has worked on one of its rows. */
export const importActs = {
  "imports.undo": {
    may: ["manager", "dpo"],
    on: "row",
    from: ["in"],
    data: z.strictObject({ reason: sentence(policy.sentenceLongest.amount) }),
  },
} as const satisfies Record<string, ActRule>;
