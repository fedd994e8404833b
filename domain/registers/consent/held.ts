import type { HeldField, NothingHeld } from "../../work/held.ts";

const said = ["wording", "evidence", "effect"];
export const heldInConsent: readonly HeldField[] = [
  {
    what: "What a patient decided about a purpose of sharing",
    where: "Consent; Record; on the open record",
    form: "The clinical system’s own number, or a keyed code; words that were screened for names and numbers",
    why: "To do what the patient decided, and to show it",
    kept: "as long as the register of consent is kept, with its history",
    columns: [
      ...["consents.system", "consents.recordRef", "consents.purpose", "consents.decision"],
      ...said.map((field) => `consents.${field}`),
      ...["decision", ...said].map((field) => `consent_steps.${field}`),
      "consent_steps.consent",
    ],
    counts: "consents.recordRef",
    since: ["consents.at", "consent_steps.at"],
    tells: "What you decided about the use of your record, with each change of it.",
  },
  {
    what: "That an address gets no mailings",
    where: "No page shows it; a mailing list is compared with it",
    form: "A keyed code of an e-mail address or a telephone number, from which it can’t be read",
    why: "So that whoever said no is not written to again, also once all else about them is erased",
    kept: "for good",
    columns: ["suppressions.address"],
    since: ["suppressions.at"],
  },
];

const days = ["from", "until", "at"];
const staff = ["takenBy", "effectBy", "by"];
export const nothingInConsent: NothingHeld = {
  consents: {
    "Codes from which nothing can be read": ["how", "imported"],
    "Days of a decision": days,
    "What staff read and did": staff,
  },
  consent_steps: {
    "Codes from which nothing can be read": ["how"],
    "Days of a decision": days,
    "What staff read and did": staff,
  },
  suppressions: {
    "Codes from which nothing can be read": ["how"],
    "Days of a decision": ["at"],
    "What staff read and did": ["by"],
  },
};
