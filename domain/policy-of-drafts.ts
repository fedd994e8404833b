import type { PolicyNumber } from "./policy-number.ts";

/** The part of `policy.ts` that every page reads where somebody has begun to write: it does without the rest. */
export const draftPolicy = {
  draftsKept: {
    amount: 30,
    unit: "day",
    source: "house rule: a sentence that nobody sent in a month is begun anew",
  },
} as const satisfies Record<string, PolicyNumber>;
