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
