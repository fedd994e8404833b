import type { HeldField, NothingHeld } from "../../work/held.ts";

/** What the policy map can hold of patients: its words are the clinic's own, and name nobody by number. */
export const heldInPolicyMap: readonly HeldField[] = [
  {
    what: "Sentences of the clinic’s own policy",
    where: "Policy map: title, headings and sentences",
    form: "The clinic’s text, about patients in general. What holds a number or a birthday of one is left out before it is sent, and refused by the server",
    why: "To show what keeps each promise of the policy",
    kept: "as long as the register is kept: versions stay, so that it can be said what was promised when",
    columns: [
      ...["policy_sentences.section", "policy_sentences.lead", "policy_sentences.text"],
      ...["policy_versions.title", "policy_versions.notRead"],
    ],
    counts: "policy_sentences.text",
    since: ["policy_versions.at"],
  },
  {
    what: "Why a sentence is so, and what was found",
    where: "Policy map: why, source, what people look at, what was found, reviews",
    form: "Words by managers that were screened for numbers and birthdays; names of the clinic’s own people may stand in them",
    why: "To say how a promise is kept, or why it is wrong",
    kept: "as the sentences",
    columns: [
      ...["policy_claims.audit", "policy_claims.why", "policy_claims.source", "policy_claims.checkNote"],
      "policy_checks.note",
      ...["policy_versions.reviewNote", "policy_versions.endedReason"],
    ],
    since: ["policy_claims.at"],
  },
];

export const nothingInPolicyMap: NothingHeld = {
  policy_versions: {
    "What the clinic’s policy is, and when it holds": [
      ...["number", "state", "format", "pages", "leftOut", "lines", "arrived"],
      ...["inForceFrom", "reviewBy", "reviewedOn", "endedAt", "at"],
    ],
    "Codes from which nothing can be read": ["digest"],
    "What staff read and did": ["reviewer", "by"],
  },
  policy_sentences: {
    "What the clinic’s policy is, and when it holds": [
      "place",
      "number",
      "kind",
      "subject",
      "bound",
      "amount",
      "unit",
    ],
    "Codes from which nothing can be read": ["policy", "claim"],
  },
  policy_claims: {
    "What the clinic’s policy is, and when it holds": [
      ...["state", "rule", "page", "test", "due", "checkedOn", "kept", "at"],
    ],
    "Codes from which nothing can be read": ["hash"],
    "What staff read and did": ["owner", "by", "programme"],
  },
  policy_checks: {
    "Codes from which nothing can be read": ["claim"],
    "What staff read and did": ["number", "checkedOn", "kept", "by", "at"],
  },
};
