import { nations } from "./four-answers.ts";
import { from, type LawRule } from "./rule.ts";

/** Why a list of the clinic's own patients in its browsers wants a decision of its own. */
export const exactListRule = {
  id: "exact-list-assessment",
  nations,
  binds: "Clinics that switch the list of patients on",
  text: "That somebody is a patient is data about health: before it is put on every computer, keyed or not, the risk is assessed and somebody decides. Whether one clinic’s list is processing on a large scale is for that assessment to say",
  source: from("UK GDPR", "Art 9(1) and 35(1) and (3)(b)"),
  sure: "check",
} as const satisfies LawRule;
