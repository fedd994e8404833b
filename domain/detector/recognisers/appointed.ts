import { type Test, testOf } from "../places/matches.ts";
import { byPattern, type Recogniser, type Section } from "../recogniser.ts";
import { type Sentence, sentencesOf } from "../sentences.ts";

const told = testOf(/\b(?:you|your|you['\u2019](?:re|ve|ll)|eich|chi|gennych|i['\u2019]ch)\b/i);
const day =
  "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:dydd|ddydd|nos) (?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)|tomorrow|today|this (?:morning|afternoon|evening)|yesterday|yfory";
const month =
  "\\d{1,2}(?:st|nd|rd|th|ain|fed|eg)?(?: of)? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Ion|Chwe|Ebr|Mai|Meh|Gorff|Awst|Medi|Hyd|Tach|Rhag)[a-z]{0,7}";
/** A day or a time of day. */
const when = testOf(
  new RegExp(
    `\\b(?:(?:${day})\\b|${month}|\\d{1,2}[:.][0-5]\\d|\\d{1,2} ?[ap]\\.?m\\b|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|o['\\u2019]clock|(?:half|quarter) past)`,
    "i",
  ),
);
/** Those whom patients come to. */
const clinician =
  "(?:physio(?:therapist)?s?|osteopath|chiropractor|podiatrist|chiropodist|dentist|hygienist|orthodontist|nurse|doctor|GP|consultant|surgeon|midwife|dietitian|dietician|optometrist|optician|audiologist|psychologist|counsellor|therapist|practitioner|injector|specialist|ffisiotherapydd|nyrs|meddyg)";
const visit = testOf(
  new RegExp(
    `\\b(?:appointments?|appts?|apwyntiad(?:au)?|consultations?|check-?ups?|treatments?|triniaeth|(?:initial|first|follow-?up|next|last|second|third|final|physio|treatment|massage|therapy) (?:session|visit|assessment|review)|(?:session|visit) (?:with|was|has)|scan|x-?ray|mri|ultrasound|biops(?:y|ies)|operation|surgery|procedure|vaccination|jabs?|blood tests?|smear|booked (?:you )?in|expecting (?:you|to see you)|due to (?:see|attend|have)|not (?:to )?se(?:e|eing) you|missed you|(?:did not|didn['\\u2019]t|failed to|unable to|not able to) (?:arrive|attend|turn up|keep)|(?:place|slot|opening) (?:in|with|for|at) (?:the|our)|eich gweld|(?:with|see|seen by|under) (?:our |the |your )?(?:[a-z-]{2,16} )?${clinician})\\b`,
    "i",
  ),
);
/** Matters of the house that people have dates for as well. */
const ofTheHouse = testOf(
  /\b(?:meeting|interview|deliver(?:y|ies|ed)|orders?|invoice|engineer|courses?|training|workshop|open (?:day|evening)|webinar|agenda|demo(?:nstration)?|install(?:ation|ed)|rota|shifts?|quot(?:e|ation)|survey(?:or)?|appraisal|supervision|lease|audit|inspection|class(?:es)?|seminar|talk|conference|work experience|candidate|staff|colleagues?|lunch|party|offers?|discount|free|early bird|vouchers?|on us|% off|book (?:now|today|your|\d|two|three)|spaces are|places left|join us|don['\u2019]t miss|machine|console|warranty|contract|patients|clients)\b/i,
);

/** A visit that one person is told of, or told to have missed. */
function isAppointed(section: Section, { text, start }: Sentence): boolean {
  const holds = (test: Test) => test(section, start, start + text.length);
  return holds(visit) && holds(told) && holds(when) && !holds(ofTheHouse) && !/^\s*if\b/i.test(text);
}

/** Clinics put it in many ways: what they share is the person who is spoken to, a visit, and a day or an hour. */
export const appointed: Recogniser<"appointed"> = {
  name: "appointed",
  kind: "referral",
  source: "House rule: letters and messages of clinics about a visit, made or missed, in English and Welsh",
  *see(section) {
    let seen = 0;
    for (const sentence of sentencesOf(section))
      if (seen < 40 && isAppointed(section, sentence)) {
        seen++;
        yield { start: sentence.start, end: sentence.start + sentence.text.trimEnd().length };
      }
  },
  flags: [
    "We are expecting you on Thursday 19 November at 2.40pm.",
    "You're booked in with our podiatrist on Monday 7 December, 08:50",
    "We were sorry not to see you on Wednesday 18 November at 10.15",
    "You were due to see the nurse at 9 o\u2019clock last Friday but did not arrive",
    "Byddwn yn eich gweld ddydd Iau nesaf gyda'r ffisiotherapydd",
    "Your scan is on 3 March",
  ],
  passes: [
    "We look forward to seeing you at the open day on Saturday",
    "The engineer will visit you on 12 May for the treatment couch",
    "Your interview is on Thursday at 9.30",
    "Treatment is by appointment on Mondays",
    "Bring your notes to the meeting on Tuesday at 10.00",
  ],
};

/** Somebody is waited for, was sent by a doctor, or is sent back to one. */
export const takenOn: Recogniser<"taken-on"> = {
  name: "taken-on",
  kind: "referral",
  source: "House rule: letters of clinics about waiting lists, first places and ends of care",
  see: byPattern(
    /\b(?:(?:on|added to|joined) (?:our|the) waiting list|asked (?:us|me) to see you|(?:your )?(?:GP|doctor|consultant)['\u2019]s (?:letter|referral)|offer you (?:a place|a slot|an? (?:earlier |new )?appointment)|your (?:[a-z-]{2,16} ){0,2}(?:check-?up|review|smear|vaccination|jab|screening|eye test|hearing test) (?:with [^.\n]{3,30} )?is (?:now )?(?:due|overdue)|since (?:you last (?:came|saw|visited|were)|your last (?:visit|appointment|check-?up|treatment))|you(?: are|['\u2019]re) (?:now )?(?:due|overdue) for|discharge you|back to (?:the care of )?your (?:own )?(?:GP|doctor)|your (?:doctor|GP) will be (?:told|informed)|(?:appointment|visit|session) (?:has been|was|will be) charged)\b/gi,
  ),
  flags: [
    "You are now on our waiting list",
    "Further to your GP\u2019s letter",
    "Dr Lamont asked us to see you",
    "your check-up with Dr Finch is due",
    "we shall discharge you back to the care of your GP",
  ],
  passes: ["the waiting list is long", "Ask your GP for a letter", "we can offer a place on the course"],
};
