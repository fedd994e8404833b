import type { Recogniser } from "../recogniser.ts";
import { clinicalWords } from "../words/clinical.ts";
import { does, tellingWords } from "../words/telling.ts";

/** What is not there, at the beginning of a clause, and up to four words behind it. */
const denial =
  /(?:^|[.,;:\n(] ?)(?:[A-Za-z]{1,9} )?(?:no|nil|denie[sd]|without|neg(?:ative)? for|not)((?: [a-z/'-]{2,18}){1,4})/gi;
const advice =
  /\b(?:you|your|need|should|must|may|longer|more|one|matter|charge|obligation|cure|treatment|evidence that)\b/i;
const most = 200;

const isOfHealth = (word: string): boolean =>
  clinicalWords.has(word) || ((tellingWords.get(word) ?? 0) & does.health) !== 0;

/** An illness or a finding that was asked for and not found: short clauses that begin with no, nil, denies. */
export const noneOf: Recogniser<"none-of"> = {
  name: "none-of",
  kind: "treatment-note",
  source:
    "Telegram style of notes: what was looked for and not found, by words/clinical.ts and words/telling.ts",
  *see({ text }) {
    let seen = 0;
    for (const { 0: words, 1: behind = "", index } of text.matchAll(denial)) {
      if (advice.test(behind) || !behind.toLowerCase().trim().split(/[ /]/).slice(0, 3).some(isOfHealth))
        continue;
      yield { start: index, end: index + words.length };
      if (++seen >= most) return;
    }
  },
  flags: ["Chest clear. No wheeze or effusion.", "nil nausea overnight", "Seen today, denies palpitations"],
  passes: ["No parking by the ward", "no need for an injection", "There is no charge", "not on the agenda"],
};
