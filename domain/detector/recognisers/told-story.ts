import { isOfHealthIn } from "../health.ts";
import { type Test, testOf } from "../places/matches.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { sentencesOf } from "../sentences.ts";

const kin = "(?:mum|mother|dad|father|wife|husband|daughter|son|partner|carer|nephew|niece|sister|brother)";
/** Somebody who is spoken of. */
const somebody = testOf(
  new RegExp(
    `\\b(?:[Ss]?[Hh]e(?:['\\u2019](?:s|d))?|[Hh]is|[Hh]er|[Hh]im|[Tt]he (?:claimant|resident)|[Mm]um|[Dd]ad|[Pp]t|(?:[Hh]is|[Hh]er) ${kin})\\b`,
  ),
);
/** What happened to one person, or how it is with him or her now. */
const happened = testOf(
  /(?:['\u2019]s|\b(?:was|were|is|are|had|has|have|said|says|told|tells|described|describes|records?|reports?|reported|came|went|felt|feels|found|finds|scored|walked|held|became|began|stopped|started|agreed|agrees|wants?|needs?|takes?|took|lives?|works?|sleeps?|can(?:not)?|could|did|does|denies|denied|presented|attended|managed|manages|refused|asked|gets?|got|sustained|underwent|remains?|wakes?)\b)/,
);
/** Who writes about many, about a paper, or tells a tale for teaching. */
const ofMany = testOf(
  /\b(?:patients|clients|clinicians|colleagues|staff|research|stud(?:y|ies|ents?)|policy|courses?|training|invoice|audit|candidate|examiner|listener|book|guest|actor|you|your|team|employ\w*|manager|shift|boiler|heating|roof|engineer|builder|plumber)\b/i,
);

const isTold: Test = (...place) =>
  somebody(...place) && happened(...place) && !ofMany(...place) && isOfHealthIn(...place);

/** Spoken to about what was seen, said or agreed: no advice to everybody. */
const toOne = testOf(
  /\b(?:you (?:told|said|described|scored|came|attended|mentioned|stopped|started|reported|explained|asked|agreed|had|have (?:had|been|lost|noticed|found|tried|started|stopped)|were|felt|can still|could|still|also|did|are (?:now|still|sleeping|taking|able|at))|your (?:[a-z]+ ){0,3}(?:was|were|is|are|has|had)|(?:we|I) (?:agreed|discussed|talked|explained|found|filed|treated|examined|assessed|looked|recommended|advised|checked|measured|noticed)|as we (?:agreed|discussed)|thank you for (?:coming|attending))\b/i,
);
const anybody = testOf(
  /\b(?:if you|when you|you (?:may|might|should|must|will need)|patients|some people|most people|everybody|anyone|staff|policy|order|invoice|account|application|interview|meeting|course|lease)\b/i,
);
const isToOne: Test = (...place) => toOne(...place) && !anybody(...place) && isOfHealthIn(...place);
const letterTo = /(?:^|\n)[ \t>]{0,8}(?:Dear|Hi|Hello|Annwyl|Helo) [A-Z]/;

/** Sentences that make a story. */
const fewest = { told: 2, toOne: 2 } as const;
const most = 40;
/** In a slip or a message with somebody's name one sentence is the story. */
const shortest = 700;
const titled = /\b(?:Mr|Mrs|Ms|Miss|Master|Mx)\b/;

function pick(section: Section, isMeant: Test): readonly Seen[] {
  const seen: Seen[] = [];
  for (const { start, text } of sentencesOf(section)) {
    if (seen.length >= most) break;
    if (isMeant(section, start, start + text.length))
      seen.push({ start, end: start + text.trimEnd().length });
  }
  return seen;
}

/** Several sentences that tell of one person's health, or say to that person what was seen and agreed. */
export const toldStory: Recogniser<"told-story"> = {
  name: "told-story",
  kind: "treatment-note",
  source: "House rule: notes and reports in prose, and letters of clinicians to their patients",
  *see(section) {
    const told = pick(section, isTold);
    const isShort = section.text.length < shortest && titled.test(section.text);
    if (told.length >= (isShort ? 1 : fewest.told)) yield* told;
    if (!letterTo.test(section.text)) return;
    const toOne = pick(section, isToOne);
    if (toOne.length >= fewest.toOne) yield* toOne;
  },
  flags: [
    "He finds buttons hard and his hands are clumsy. He was upset by the pain.",
    "Dear Hamza,\nYou told me that your sleep is poor and your mood low. We agreed on sessions for your anxiety.",
  ],
  passes: [
    "He finds buttons hard.",
    "Dear Hamza,\nIf you have pain, ask your doctor. You may feel your back ache.",
    "He is the manager. He was at the meeting. She has the keys.",
  ],
};
