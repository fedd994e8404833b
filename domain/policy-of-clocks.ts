import type { PolicyNumber, PolicyNumbers } from "./policy-number.ts";

/** The part of `policy.ts` by which clocks run: the first screen reads these and does without the rest. */
export const clockPolicy = {
  endsBeforeWithoutDelay: {
    amount: 3,
    unit: "day",
    source: "house rule: an end that comes within the 72 hours of Art 33 goes before what has no end",
  },
  icoNotice: { amount: 72, unit: "hour", source: "UK GDPR Art 33(1)" },
  deputyAskedAfter: { amount: 2, unit: "hour", source: "issue 4, item 2" },
  triageAskedAgain: { amounts: [24, 48, 60, 68, 71], unit: "hour", source: "issue 4, item 2" },
  clockRunsOut: { amount: 12, unit: "hour", source: "DOMAIN.md 1.3, traffic light: red under 12 h" },
  clockHalfGone: { amount: 48, unit: "hour", source: "DOMAIN.md 1.3, traffic light: amber under 48 h" },
  recipientAskedFor: { amount: 7, unit: "day", source: "house rule: until the next weekly review" },
  longestSilence: {
    amount: 35,
    unit: "day",
    source: "issue 7, item 4: a longer gap between two events is taken for a clock that jumped",
  },
  clockMayStepBack: {
    amount: 5,
    unit: "minute",
    source: "house rule, as the clocks of browsers: writes wait for each other, and NTP sets a clock by less",
  },
} as const satisfies Record<string, PolicyNumber | PolicyNumbers>;
