import type { Nation } from "../../law/four-answers.ts";
import { dataRegulatorOn, inFull } from "../../law/regulators.ts";
import { deadAct } from "./kinds.ts";

/**
 * What stands at the end of every answer: to us, to the regulator, to a court; none of them comes first (UK GDPR Art 12(4),
 * 15(1)(ea) and (f), DPA 2018 ss.164A, 165 and 167).
 *
 * @param today - Civil date of the letter: by it the regulator is named.
 */
export const rightsOf = (today: string): readonly string[] => [
  "You can complain to us about how we dealt with this (section 164A of the Data Protection Act 2018). We acknowledge a complaint within 30 days and tell you the outcome.",
  `You can complain to the regulator for data protection (section 165 of that Act): ${inFull(dataRegulatorOn(today))}.`,
  "You can ask a court to decide (section 167 of that Act).",
];

/** Of the dead, data protection law has ended: the Act itself names the court, and so does the Order. */
export const rightsOfDead = (nation: Nation): readonly string[] => [
  "You can complain to us about how we dealt with this.",
  nation === "northern-ireland"
    ? `You can ask a court to order that the Order is kept (${deadAct(nation)}).`
    : `You can ask a court to order that the Act is kept (${deadAct(nation)}, section 8).`,
];
