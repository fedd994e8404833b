import type { Recogniser } from "../recogniser.ts";
import { sentencesOf } from "../sentences.ts";
import { clinicalWords, medicineEndings } from "../words/clinical.ts";
import { does, tellingWords } from "../words/telling.ts";

/** Greeted as in a message. */
const message =
  /(?:^|\n)[ \t>]{0,8}(?:hi+|hiya|hello|dear|morning|hey|good (?:morning|afternoon|evening))\b/i;
/** What whoever is treated asks, or tells the clinic, in the first person. */
const asked =
  /\b(?:(?:should|can|could) (?:i|we|he|she|you) |is (?:it|that|this) (?:ok|okay|safe|normal|all right|alright)\b|do (?:i|we) (?:need|have to|keep)|could (?:it|that|this) be|any chance|what should (?:i|we)|when can (?:i|he|she)|(?:i|we)(?:['\u2019](?:m|ve|re|d))? .{0,40}\?)/i;
const own =
  /\b(?:I|I['\u2019](?:m|ve|d|ll)|my|me|i|im|ive|our (?:son|daughter|baby|little (?:one|boy|girl))|(?:his|her|he['\u2019]s|she['\u2019]s))\b/;
const word = /[A-Za-z][A-Za-z'-]*/g;
/** Who writes of many, or about work. */
const ofWork =
  /\b(?:patients|clients|staff|rota|shift|annual leave|invoice|order|quote|policy|course|training|interview|meeting|newsletter|unsubscribe|customers?|vacancy|application|stock|deliver\w*)\b/i;
/** Sentences before a question in which the matter may stand. */
const fewest = 2;

const countHealth = (text: string): number => {
  let count = 0;
  for (const [found] of text.matchAll(word)) {
    const small = found.toLowerCase();
    const isHealth = ((tellingWords.get(small) ?? 0) & does.health) !== 0;
    if (isHealth || clinicalWords.has(small) || (small.length > 6 && medicineEndings.test(small))) count++;
  }
  return count;
};

/** A message in which somebody tells a clinic of his or her own body, or a child's, and asks what to do. */
export const asksCare: Recogniser<"asks-care"> = {
  name: "asks-care",
  kind: "treatment-note",
  source: "House rule: messages of patients and parents to those who treat them",
  *see(section) {
    if (!message.test(section.text.slice(0, 2_000)) || ofWork.test(section.text)) return;
    let health = 0;
    let owns = 0;
    let first: { start: number; end: number } | undefined;
    for (const { text, start } of sentencesOf(section).slice(0, 60)) {
      const isOwn = own.test(text);
      if (isOwn) owns++;
      if (isOwn) health += countHealth(text);
      if (asked.test(text)) first ??= { start, end: start + text.trimEnd().length };
    }
    if (first && health >= fewest && owns >= fewest) yield first;
  },
  flags: [
    "Hi Dr Bell, I have run out of sertraline and my sleep is bad. Since Monday I feel dizzy. Can I get more?",
    "Hello, her splint is rubbing and her ankle is red. Should I leave it off?",
  ],
  passes: [
    "Can I have the flu jab with an egg allergy? Yes. Will it hurt? No.",
    "Hi, I need a meeting about the knee class. Can you send me the rota?",
    "Dear all, my thanks to you. Is it ok to park?",
  ],
};
