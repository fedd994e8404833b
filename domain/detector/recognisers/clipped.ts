import { isOfHealth } from "../health.ts";
import { byPattern, type Recogniser } from "../recogniser.ts";

/** What was done, found or said, without saying of whom: notes leave the person out. */
const verbs =
  "(?:Adv(?:ised)?|Assisted|Supervised|Washed|Dressed|Refused|Declined|Encouraged|Prompted|Ate|Drank|Slept|Settled|Unsettled|Found|Seen|Reviewed|Examined|Assessed|Attended|Presented|Presents|Reports?|Reported|Complain(?:s|ed|ing)|Denie[sd]|Mobilis(?:es|ed|ing)|Transfer(?:s|red)|Walk(?:s|ed|ing)|Tolerated|Advised|Agreed|Discussed|Explained|Given|Gave|Taken|Took|Takes|Taking|Started|Stopped|Increased|Decreased|Reduced|Continues|Commenced|Prescribed|Administered|Injected|Redressed|Debrided|Filed|Enucleated|Referred|Discharged|Admitted|Treated|Applied|Removed|Fitted|Refitted|Measured|Weighed|Palpated|Improv(?:ed|ing)|Worsen(?:ed|ing)|Unable|Able to|Struggl(?:es|ing)|Lives|Smokes|Drinks|Sleeping|Eating|Wakes|Woke|Manag(?:es|ed)|Consented|Requests|Requested|Feels|Feeling|Says|States|Describes|Described|Progress(?:ed|ing)|Counselled|Reassured|Alert|Orientated|Drowsy|Known|Now|Still|Can now|Cannot|Remains|Appears|Appeared|Found to|Noted to|Had|Has|Was|Rang|Phoned|Tearful|Happy with|Keen)";
const clause = new RegExp(
  `(?:^|[\\n.;:] ?|\\d[.:]\\d\\d[ \\t]{1,4})(?:(?:Pt|Px|Also|Then|S:|O:|A:|P:|B:|R:) ?)?(?:${verbs})\\b(?! (?:you|your|if|the (?:policy|meeting|minutes|team))\\b)[^\\n.;]{2,110}`,
  "g",
);
/** What a clinic, its staff and its machines do. */
const ofOthers =
  /\b(?:patients|clients|staff|colleagues?|team|students?|supervised students|meeting|course|training|audit|policy|engineer|connector|machine|delivery|order|budget|rota|participants|studies|trial|caseload|responsible|experience)\b/i;

export const clipped: Recogniser<"clipped"> = {
  name: "clipped",
  kind: "treatment-note",
  source: "Custom of notes: what was done or found in a sentence without its person",
  see: byPattern(clause, ({ words }) => !ofOthers.test(words) && isOfHealth(words)),
  flags: [
    "Refused lunch, mood low.\nAssisted to wash, skin intact",
    "Tolerated well. Advised rest and ice for the ankle",
    "Seen upright in chair, swallow with cough",
  ],
  passes: [
    "Seen by the board",
    "Discussed the budget and the knee class for patients",
    "Found cable worn, replaced connector",
  ],
};
