import type { Recogniser, Seen } from "../recogniser.ts";
import { type Sentence, sentencesOf } from "../sentences.ts";
import { clinicalWords, medicineEndings } from "../words/clinical.ts";
import { does, tellingWords } from "../words/telling.ts";

const word = /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z'\u2019-]*(?![A-Za-z0-9_])/g;
/** A row of a table, and no sentence. */
const cells = /[,;|\t]\S[^,;|\t\n]{0,80}[,;|\t]\S/;
/** What somebody asks whoever treats him or her. */
const asked =
  /\b(?:should (?:i|he|she|we) (?:stop|keep|carry|take|wait|come|see|try|still|be|go|ring|put)|is (?:it|that|this) (?:ok|okay|safe|normal|all right|alright|the)|do (?:i|we|you) (?:need|think)|could (?:it|that|this) be|can (?:i|he|she|we) (?:still|take|come|stop|have|go|see|get|be seen)|any chance|what should (?:i|we)|when can (?:i|he|she))\b/i;
/** Greeted or thanked, as in a message. */
const message = /(?:^|\n)[ \t>]{0,8}(?:hi+|hiya|hello|dear|morning|hey|good (?:morning|afternoon))\b/i;
/** Who writes of many, for a firm, or about work. */
const ofMany =
  /\b(?:patients|clients|clinicians|colleagues?|research|stud(?:y|ies|ents?)|policy|courses?|training|invoice|audit|readers?|rota|shift|annual leave|interview|candidate|blog|podcast|novel|chapter|customers?|caseload)\b/i;
/** Sentences that make a story; in a message that asks something one is enough. */
const fewest = 2;
const most = 40;

function ofHealth(text: string): { health: number; isOwn: boolean } {
  let health = 0;
  let isOwn = false;
  for (const [found] of text.matchAll(word)) {
    const small = found.toLowerCase().replace("\u2019", "'");
    const mark = tellingWords.get(small) ?? 0;
    if ((mark & does.writer) !== 0) isOwn = true;
    if (
      (mark & does.health) !== 0 ||
      clinicalWords.has(small) ||
      (small.length > 6 && medicineEndings.test(small))
    )
      health++;
  }
  return { health, isOwn };
}

function isOwn({ text }: Sentence): boolean {
  if (ofMany.test(text) || cells.test(text)) return false;
  const { health, isOwn } = ofHealth(text);
  return isOwn && health > 0;
}

/** Somebody's message about his or her own health or a child's, in everybody's words. */
export const ownWords: Recogniser<"own-words"> = {
  name: "own-words",
  kind: "treatment-note",
  source: "House rule: messages of patients and families, by words/telling.ts",
  *see(section) {
    const seen: Seen[] = [];
    let questions = 0;
    for (const sentence of sentencesOf(section)) {
      if (seen.length >= most) break;
      if (asked.test(sentence.text)) questions++;
      if (isOwn(sentence))
        seen.push({ start: sentence.start, end: sentence.start + sentence.text.trimEnd().length });
    }
    const isMessage = message.test(section.text) && questions > 0;
    if (seen.length >= (isMessage ? 1 : fewest)) yield* seen;
  },
  flags: [
    "Hi Dr Bell, I am almost out of the sertraline. Should I stop it?",
    "My rash has spread. I have been itching all night.",
  ],
  passes: [
    "I ordered two boxes. My invoice is late.",
    "I have a rash.",
    "I treat patients with pain. My patients sleep badly.",
  ],
};
