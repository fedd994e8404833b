import type { HeldField, NothingHeld } from "../../work/held.ts";

export const heldInDisclosures: readonly HeldField[] = [
  {
    what: "That something about a person was given to the police, to that person, to an insurer or to others",
    where: "Disclosures, columns reference, asked, minimum, given and the reason of one taken back",
    form: "Words that were screened for names and numbers; the matter by its reference",
    why: "To say later what was given, why and in which form",
    kept: "as long as the register of disclosures is kept",
    columns: [
      ...["disclosures.organisation", "disclosures.reference", "disclosures.asked", "disclosures.minimum"],
      ...["disclosures.given", "disclosures.takenBackWhy"],
    ],
    since: ["disclosures.at"],
  },
];

export const nothingInDisclosures: NothingHeld = {
  disclosures: {
    "Codes from which nothing can be read": ["hold", "receiver", "form", "outcome", "others", "how"],
    "Days on which something was asked for, given or entered": ["askedOn", "day", "at", "takenBackAt"],
    "What staff read and did": ["decidedBy", "by", "takenBackBy"],
  },
};
