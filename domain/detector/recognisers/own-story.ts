import { type Test, testOf } from "../places/matches.ts";
import type { Recogniser, Section, Seen } from "../recogniser.ts";
import { type Sentence, sentencesOf } from "../sentences.ts";
import { body } from "../words/body.ts";

const relation =
  "(?:son|daughter|mother|father|mum|dad|husband|wife|partner|child|baby|brother|sister|nan|gran|grandmother|grandfather|uncle|aunt)";
const mine = testOf(
  new RegExp(`\\b(?:I(?!\\/)|I['\\u2019](?:m|ve|d)|my|me|my ${relation}(?:['\\u2019]s)?)\\b`),
);
const his = testOf(new RegExp(`\\bmy ${relation}\\b`, "i"));
const health = testOf(
  new RegExp(
    `\\b(?:${body}|treatment|treated|therapist|osteopath|chiropractor|dentist|splint|crutches|diagnosis|(?:my|his|her|['\\u2019]s) results?|my (?:[a-z]+ )?(?:mouth|lips?|face|head|arms?|legs?|nose|throat|weight|sleep|balance|hearing|heart|chest)|swollen up|antibiotics|can(?:no|['\\u2019])?t (?:sleep|walk|eat|open|bend|lift|breathe|stand|swallow)|kidneys?|liver|lungs?|(?:the|a|his|her) (?:doctor|nurse|consultant|surgeon)|sling|my (?:own )?(?:doctor|GP|consultant|nurse)|(?:first|second|third|last|next) (?:visit|session|appointment)|your (?:therapist|physio|nurse|doctor|clinician)|anaesthetic|numb(?:ness)?|worse|painful|sore|prescri(?:bed|ption))\\b`,
    "i",
  ),
);
const past = testOf(
  /\b(?:was|were|had|has|have|came|went|told|said|could(?: not|n['\u2019]t)|did(?: not|n['\u2019]t)|sent|left|felt|feel|gave|got|made|started|been|still|can(?:not|['\u2019]?t)|am|are|is)\b/i,
);
/** Who writes about many, or for a clinic, tells no story of his own. */
const ofMany = testOf(
  /\b(?:patients|clients|clinicians|colleagues?|staff|research|stud(?:y|ies|ents?)|policy|courses?|training|invoice|audit)\b/i,
);

/** Where a story is of a child or a parent, the next sentences say he or she. */
const pronoun = testOf(/\b(?:he|she|his|her|him)\b/i);
/** Asks a section's sentence. */
const asked =
  (section: Section, { start, text }: Sentence) =>
  (test: Test): boolean =>
    test(section, start, start + text.length);
/** Sentences that make a story. */
const fewest = 2;

/** Several sentences in which somebody tells of his or her own health, or of a child's. */
export const ownStory: Recogniser<"own-story"> = {
  name: "own-story",
  kind: "treatment-note",
  source: "House rule: complaints, questions and messages that patients and their families write",
  *see(section) {
    const seen: Seen[] = [];
    let isOfKin = false;
    let others = 0;
    for (const sentence of sentencesOf(section)) {
      if (seen.length >= 40) break;
      const holds = asked(section, sentence);
      const isHis = holds(his);
      isOfKin ||= isHis;
      const isMine = holds(mine);
      if (!(isMine || isHis || (isOfKin && holds(pronoun))) || !holds(health) || holds(ofMany)) continue;
      if (holds(past))
        seen.push({ start: sentence.start, end: sentence.start + sentence.text.trimEnd().length });
      else if (isMine) others++;
    }
    if (seen.length > 0 && seen.length + others >= fewest) yield* seen;
  },
  flags: [
    "I came to you in May because of my shoulder. After the second visit it was worse and I could not lift my arm.",
    "My son was treated by you on Monday for his wrist. My daughter had the same fracture.",
    "My son was treated by you on Monday. He was in tears with his wrist.",
  ],
  passes: [
    "I came to you in May because of my shoulder.",
    "I treat patients who had back pain. I have seen many patients with a sore knee.",
    "I was at the meeting. My order had two boxes.",
  ],
};
