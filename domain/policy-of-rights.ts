import type { PolicyNumber } from "./policy-number.ts";

/** By when what a patient decided is done, and whoever complained is told: read where it follows, and by no first screen. */
export const rightsPolicy = {
  complaintProgressEvery: {
    amount: 30,
    unit: "day",
    source:
      "house rule: Data Protection Act 2018 s.164A(4) asks to inform about progress and gives no number",
  },
  withdrawalDoneWithin: {
    amount: 14,
    unit: "day",
    source: "house rule: UK GDPR Art 7(3) gives no number; photographs and projects take a fortnight",
  },
  mailingStoppedWithin: {
    amount: 7,
    unit: "day",
    source: "house rule: UK GDPR Art 21(3), no longer processed; the next mailing is a week away",
  },
  sharingStoppedWithin: {
    amount: 1,
    unit: "day",
    source: "house rule: UK GDPR Arts 7(3) and 18, as soon as it is said",
  },
  recipientsToldWithin: {
    amount: 14,
    unit: "day",
    source: "house rule: UK GDPR Art 19 gives no number",
  },
} as const satisfies Record<string, PolicyNumber>;
