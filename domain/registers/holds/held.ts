import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInHolds: readonly HeldField[] = [
  {
    what: "That something about a patient may be held for a claim, a complaint, a request or an incident",
    where: "Holds, columns what, subject, reference, why and the reasons given later",
    form: "Words that were screened for names and numbers; of a record the system and the last four characters of its reference; the cause by its reference, such as REQ-33",
    why: "So that nothing is destroyed that somebody has a right to, or that a matter needs",
    kept: "as long as the register of holds is kept",
    columns: [
      ...["holds.what", "holds.subject", "holds.reference", "holds.why"],
      ...["holds.causeEndedWhy", "holds.reviewedWhy", "holds.releasedWhy"],
    ],
    since: ["holds.at"],
  },
];

export const nothingInHolds: NothingHeld = {
  holds: {
    "Codes from which nothing can be read": ["register", "incident", "purpose", "causeKind"],
    "Days of a hold, and when it was placed, looked at and ended": [
      ...["fromDay", "toDay", "askedOn", "until", "reviewOn", "causeEndedAt", "at", "releasedAt"],
    ],
    "What staff read and did": ["causeEndedBy", "authoriser", "by", "releasedBy"],
  },
};
