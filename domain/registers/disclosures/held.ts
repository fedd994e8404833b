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
      ...["disclosures.given", "disclosures.takenBackWhy", "disclosures.purpose", "disclosures.section"],
      ...["disclosures.consentWhy", "disclosures.harmIfNot", "disclosures.harmIf", "disclosures.capacity"],
      ...["disclosures.secondOpinion", "disclosures.toldWhy", "disclosures.copies"],
    ],
    since: ["disclosures.at"],
  },
  {
    what: "Of which record something was given or refused, and whether its patient was asked and told",
    where: "Disclosures",
    form: "The clinical system’s own number, or a keyed code",
    why: "So that a patient can be told to whom something of them was given",
    kept: "as long as the register of disclosures is kept",
    columns: [
      ...["disclosures.system", "disclosures.recordRef", "disclosures.consent", "disclosures.told"],
      ...["disclosures.event", "disclosures.disease"],
    ],
    counts: "disclosures.recordRef",
    since: ["disclosures.at"],
    tells: "To whom something of your record was given or refused, and on which ground.",
  },
  {
    what: "What was asked of May I share?, and what it came to",
    where: "May I share?, its record",
    form: "Answers from lists; words that were screened for names and numbers; the record by its reference",
    why: "To show on which facts something was given, refused or sent to the lead",
    kept: "as long as the register of disclosures is kept",
    columns: [
      ...["shares.answers", "shares.system", "shares.recordRef", "shares.organisation", "shares.reference"],
      ...["shares.asked", "shares.given", "shares.disease", "shares.decidedWhy"],
    ],
    counts: "shares.recordRef",
    since: ["shares.at"],
  },
];

export const nothingInDisclosures: NothingHeld = {
  disclosures: {
    "Codes from which nothing can be read": [
      ...["hold", "receiver", "form", "outcome", "others", "how", "ground", "checked", "share", "smallest"],
    ],
    "Days on which something was asked for, given or entered": [
      "askedOn",
      "day",
      "at",
      "takenBackAt",
      "confirmedOn",
      "reviewOn",
      "suspectedOn",
    ],
    "What staff read and did": ["decidedBy", "by", "takenBackBy", "registration"],
  },
  shares: {
    "Codes from which nothing can be read": [
      "rule",
      "verdict",
      "state",
      "decision",
      "disclosure",
      "how",
      "smallest",
    ],
    "Days on which something was asked for, given or entered": [
      "at",
      "decidedAt",
      "suspectedOn",
      "professionalAt",
    ],
    "What staff read and did": [
      ...["by", "decidedBy", "professionalName", "professionalBody", "professionalNumber"],
    ],
  },
};
