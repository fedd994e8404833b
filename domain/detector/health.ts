import { isWithinWord, testOf } from "./places/matches.ts";
import type { Section } from "./recogniser.ts";
import { hasHealthWord } from "./section-words.ts";
import { clinicalWords, medicineEndings } from "./words/clinical.ts";

/** Parts of the body that are other things as well, where they are somebody's. */
const everyday =
  /\b(?:(?:his|her|my|your|left|right|both|sore|painful|swollen|lower|upper) (?:[a-z]+ )?(?:back|hands?|feet|foot|toes?|toenails?|heart|eyes?|ears?|skin|chest|head|face|mouth|arms?|legs?|fingers?|thumb|neck|stomach|teeth|tooth|nose|weight|balance|memory|hearing|speech|sleep|mood|appetite|tablets|operation|surgery|scan|dose|stitches|hip)|not sleeping|sleep is|mood (?:is|was|low)|pain(?:ful)?|swelling|swollen|injur(?:y|ies|ed)|infection|symptoms?|medication|diagnos(?:is|ed)|physiotherapy|antibiotics|bruis(?:es|ed|ing)|wound|stitches|blood pressure|x-?ray|nightmares|abortion|panic|unwell|vomited|vomiting|rash|fever|therapy sessions?|sessions of)\b/i;
const word = /[A-Za-z][A-Za-z0-9-]*/g;

/** Whether a sentence speaks of health: in everybody's words, or in those of clinicians. */
export function isOfHealth(text: string): boolean {
  if (everyday.test(text)) return true;
  for (const [found] of text.matchAll(word)) {
    const small = found.toLowerCase();
    if (clinicalWords.has(small) || (small.length > 6 && medicineEndings.test(small))) return true;
  }
  return false;
}

const isEveryday = testOf(everyday);

/** The same of a stretch of a section. */
export function isOfHealthIn(section: Section, from: number, to: number): boolean {
  const { text } = section;
  if (isCut(text, from) || isCut(text, to)) return isOfHealth(text.slice(from, to));
  return hasHealthWord(section, from, to) || isEveryday(section, from, to);
}

/** Whether a stretch that begins or ends there cuts a word; a hyphen binds words too. */
const isCut = (text: string, place: number): boolean =>
  isWithinWord(text, place) || text.charAt(place - 1) === "-" || text.charAt(place) === "-";
