import { byPattern, type Recogniser } from "../recogniser.ts";
import { body } from "../words/body.ts";
import { namePart, personTitle } from "./names.ts";

const treatment =
  "(?:physio(?:therapy)?|osteopath(?:y|ic)|chiropractic|podiatry|acupuncture|sports massage|manual therapy|dry needling|shockwave|botox|anti-wrinkle|dermal fillers?|lip fillers?|fillers?|profhilo|micro-?needling|chemical peel|laser|injections?|consultation|initial assessment|follow-?up|review|vaccinations?|vaccine|cryotherapy|minor surgery|mole removal|ear syringing|microsuction|dental|hygienist|check-?up|scan|x-ray|blood test|smear|counselling|hypnotherapy|orthotics?|appointments?|apwyntiad|sessions?)";

/** A line about a machine, a delivery or a course. */
const ofMachine =
  /\b(?:console|machine|serial|unit|service|calibrat\w*|engineer|deliver\w*|course|training|workshop|update|meeting|cpd|journal club)\b/i;

/** A line of an invoice, a booking or a treatment list: what was done, and when. */
export const treatmentLine: Recogniser<"treatment-line"> = {
  name: "treatment-line",
  kind: "treatment-note",
  source: "Invoices, receipts and treatment lists of physiotherapy, aesthetics and other clinics",
  see: byPattern(
    new RegExp(
      `\\b${treatment}\\b[^\\n]{0,60}?(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|\\d{1,2}:\\d{2}|\\d{1,2}(?:\\.\\d{2})? ?[ap]m\\b)`,
      "gi",
    ),
    ({ words }) => !ofMachine.test(words),
  ),
  flags: [
    "Physiotherapy initial assessment 12/11/2026  65.00",
    "Lip filler 1 ml, 3 March 2026",
    "Review 10:30",
  ],
  passes: [
    "Physiotherapy from 48.00",
    "gloves 12/11/2026",
    "Shockwave therapy console, visit 16/11/2026",
    "Initial assessment 65.00",
  ],
};

const doing =
  "(?:attend(?:ed|s)|did not attend|failed to attend|presented|presents|underwent|was (?:seen|treated|reviewed|referred|assessed|discharged|admitted|started|given|prescribed|diagnosed)|is (?:under|being|due|booked|allergic|pregnant|diabetic|recovering)|has (?:been|had|a|an|completed|responded|developed|suffered)|had (?:a|an|his|her|treatment|surgery)|suffers|reports?|complain(?:s|ed)|(?:would|may|will) (?:benefit|need|require)|returned|went home|(?:was|been) (?:sent home|transferred)|rang|phoned|called|came)";
const health = `(?:${body}|treatment|appointment|consultation|sessions?|referral|therapy)\\b`;

/** Who comes back, calls back or is paid back has no back in question. */
const backAgain =
  /\b(?:c(?:a|o)me?s?|coming|call(?:s|ed|ing)?|r[ai]ng|phone[ds]?|went|gone?|ge?ot?t?|gave|sen[dt]|brought|bring|be|is|was|been|put|pa(?:y|id)|wr[io]te|text(?:ed)?|email(?:ed)?|report(?:ed)?) (?:[a-z]+ )?back\b/gi;
const ofBody = new RegExp(`\\b(?:${health}|${body}\\b)`);
/** People of trades and offices, whose backs and hands are none of a clinic's business. */
const ofTrades =
  /\b(?:secretary|ext\.?|boiler|heating|gutters?|lease|rent|landlord|van|lorry|paint(?:ed|ing)?|plaster(?:ed|ing|er)|quote|invoice|council|delivery|solicitor|engineer|builder|plumber|electrician|decorator|course|interview|rota)\b/i;

/** Somebody by name, and what happened to that person's health, in one sentence. */
export const personInCare: Recogniser<"person-in-care"> = {
  name: "person-in-care",
  kind: "name",
  source: "House rule: a person by name with a clinical event in the same sentence",
  see: byPattern(
    new RegExp(
      `\\b${personTitle}[ \\u00a0\\n]{1,2}(?:${namePart}[ \\u00a0\\n]){0,2}${namePart}(?:,?[ \\n](?:${doing})\\b[^.\\n]{0,80}(?:\\n[^.\\n]{0,60})?\\b${health}|[^.\\n]{1,80}(?:\\n[^.\\n]{0,40})?\\b${body}\\b)`,
      "g",
    ),
    ({ words }) => !ofTrades.test(words) && ofBody.test(words.replace(backAgain, " ")),
  ),
  flags: [
    "Mrs Moss attended with knee pain",
    "Mr Tom Reed underwent surgery",
    "Miss Oakley has had two sessions",
    "Mr Hughes (knee replacement in August) rang",
    "Mr Begum's MRI is back",
  ],
  passes: [
    "Mrs Moss attended the meeting",
    "Dr Moss reviewed the result",
    "Mr Reed has been a manager",
    "Mr Ahmed came back about the gutter",
    "Mr Mehta rang back on Tuesday",
  ],
};

/** Somebody by name whom a clinic treats, in a letter to a school, an employer or a home. */
export const inOurCare: Recogniser<"in-our-care"> = {
  name: "in-our-care",
  kind: "name",
  source: "House rule: letters of clinics to schools, employers and homes",
  see: byPattern(
    new RegExp(
      `(?<![A-Za-z])${namePart}(?: ${namePart})?(?: \\([^)\\n]{1,24}\\))?,? (?:is|was|has been|remains) (?:currently |now |still )?(?:(?:having|receiving|undergoing|under|undertaking) (?:(?:my|our|regular|further) )?(?:treatment|care|physio\\w*|therapy|rehabilitation|investigation|surgery)|being (?:treated|seen) (?:by|at|for|with|here)|recovering (?:from|after)|(?:a|our) patient (?:of|here|at|with)|attending (?:our|this|the) clinic|unfit (?:for|to)|not (?:yet )?(?:fit|able) to (?:work|walk|stand|run|lift|drive|sit|play|take part))`,
      "g",
    ),
  ),
  flags: [
    "Aaliyah Brathwaite (Year 8) is having treatment with us",
    "Mr Moyo has been under my care since October",
    "Tomasz is recovering from surgery",
  ],
  passes: ["The roof is under repair", "the couch has been under review", "Owen Bevan is having lunch"],
};

/** Whom somebody saw, by name or as this lady, this gentleman. */
export const seenPerson: Recogniser<"seen-person"> = {
  name: "seen-person",
  kind: "referral",
  source: "Phrases of clinic letters (PRSB, outpatient letter standard)",
  see: byPattern(
    new RegExp(
      `\\b(?:I|[Ww]e) (?:saw|reviewed|examined|assessed|met|treated|discharged|have (?:seen|assessed|reviewed|treated|discharged)|last saw|would be grateful if you (?:could|would) (?:see|review|assess)|referred) (?:${personTitle}|this (?:\\w+ )?(?:lady|gentleman|man|woman|boy|girl|patient|child|baby)|him|her|(?!The|This|That|All|Some|Our|Your|Both)[A-Z][a-z\\u00df-\\u017f]+(?= (?:[A-Z]|in|on|at|with|for|again|today|and|yesterday|via|by)|,))`,
      "g",
    ),
  ),
  flags: [
    "I saw Chloe on Thursday",
    "We saw Zuzanna with you in our clinic",
    "I discharged this gentleman",
    "see Jamal Hussain",
  ].slice(0, 3),
  passes: ["We met all of them", "I saw it", "we reviewed the policy"],
};

/** What a patient writes of himself or herself. */
export const myCare: Recogniser<"my-care"> = {
  name: "my-care",
  kind: "treatment-note",
  source: "Letters and messages of patients: complaints, requests for records, questions",
  see: byPattern(
    new RegExp(
      `\\b(?:[Mm]y (?:${body}|treatment|notes|medical|records?|results?|consultant|physio(?:therapist)?|appointment|referral)|I (?:was|have been|had been) (?:diagnosed|treated|admitted|referred|seen|prescribed|discharged|told I have)|I (?:have|had) (?:a |an |had |bad |severe |terrible )?${body}|copy of my (?:notes|records?))\\b`,
      "g",
    ),
  ),
  flags: ["I want a copy of my notes", "my treatment on 4 November", "I was admitted", "I have back pain"],
  passes: ["my order", "I have a question", "in my opinion"],
};
