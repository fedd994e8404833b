import type { PolicyNumber } from "./policy-number.ts";

/** The part of `policy.ts` that the extension's scripts in other people's pages read: they do without the rest. */
export const pagePolicy = {
  viewCountsAfter: { amount: 1_500, unit: "millisecond", source: "DESIGN.md 10" },
  verdictVisibleWithin: { amount: 100, unit: "millisecond", source: "DESIGN.md 10" },
  verdictProgressAfter: { amount: 2_000, unit: "millisecond", source: "mock/extension NOTES, Timing" },
  verdictBudget: { amount: 8_000, unit: "millisecond", source: "mock/extension NOTES, Timing" },
  verdictBudgetKeptOn: {
    amount: 60_000,
    unit: "millisecond",
    source: 'house rule: what "Keep checking" adds once to the budget',
  },
  openlyAtMost: {
    amount: 10,
    unit: "try",
    source:
      "house rule: outside addresses in To and Cc, where each is shown to all; a case conference has fewer",
  },
  documentRemembered: {
    amount: 7,
    unit: "day",
    source: "issue 13, item 6: downloads and copies are remembered for 7 days, by digests",
  },
  documentMarkLives: { amount: 15, unit: "minute", source: "DESIGN.md 9: downloaded or copied minutes ago" },
  largeCopy: { amount: 200, unit: "character", source: "house rule: more than a name, number and address" },
  visitGoesOnFor: {
    amount: 30,
    unit: "minute",
    source: "house rule: going back to a page within this is the same visit",
  },
  bannerAskedEvery: {
    amount: 25,
    unit: "second",
    source: "issue 11, item 5: what is withdrawn is gone from an open record within a minute",
  },
} as const satisfies Record<string, PolicyNumber>;
