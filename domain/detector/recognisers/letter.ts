import { byPattern, type Recogniser } from "../recogniser.ts";

export const letterOpening: Recogniser<"letter-opening"> = {
  name: "letter-opening",
  kind: "letter",
  source: "PRSB, outpatient letter standard; custom of UK letters",
  see: byPattern(
    /(?:^|\n)[ \t>*]{0,8}Dear (?:(?:Dr|Doctor|Colleague|Mr|Mrs|Ms|Miss|Master|GP|Sir|Parents?)\b|[A-Z][A-Za-z'\u2019-]{1,20} [A-Z][A-Za-z'\u2019-]{1,20})[^\n]{0,60}(?=\n|$)/g,
    ({ words }) => !/[_<>{}[\]]|\.{4}|\bpatient\b/i.test(words),
  ),
  flags: ["Dear Dr Voss,", "\nDear Colleague\n", "Dear Mrs Moss,", "Dear Ada MOSS,"],
  passes: ["Dear <<Title>>", "Dear ______", "Dear all,", "my dear Doctor"],
};

export const letterClosing: Recogniser<"letter-closing"> = {
  name: "letter-closing",
  kind: "letter",
  source: "Custom of UK letters; copies as in the PRSB outpatient letter standard",
  see: byPattern(
    /(?:^|\n)[ \t]{0,20}(?:Yours (?:sincerely|faithfully|truly)|(?:cc|CC|Cc|c\.c\.|Copy to)[ :.]{1,4}(?:(?:the )?(?:GP|Dr|patient|Mr|Mrs|Ms|Miss)\b))/g,
  ),
  flags: ["Yours sincerely", "Yours faithfully,", "cc: GP", "Copy to: Dr Voss"],
  passes: ["faithfully yours we are", "cc all staff", "Kind regards"],
};

export const referral: Recogniser<"referral"> = {
  name: "referral",
  kind: "referral",
  source: "Phrases of referral and clinic letters",
  see: byPattern(
    /\b(?:thank you for (?:referring|seeing|asking me to see|your referral|reviewing)|(?:I|we) (?:saw|reviewed|examined|assessed|met) (?:this|him|her|your|Mr|Mrs|Ms|Miss|[A-Z][a-z]+ in)|was (?:seen|reviewed|assessed) (?:in|at|by) (?:the |my |our |your )?(?:[a-z]+ )?(?:clinic|ward|outpatient|department)|(?:would be grateful if you (?:could|would) (?:see|review|assess|arrange))|referred (?:to you|by (?:you|his|her|their) GP)|discharge (?:summary|letter|date)|date of (?:admission|discharge)|presenting complaint|(?:this|your) (?:very )?(?:pleasant|delightful) )/gi,
  ),
  flags: [
    "Thank you for referring this gentleman",
    "I reviewed Mrs Moss",
    "was seen in my clinic",
    "I would be grateful if you could see",
    "Date of admission: 12/03/2024",
  ],
  passes: ["the referral policy", "see the clinic's page", "thank you for your order"],
};

export const yourCare: Recogniser<"your-care"> = {
  name: "your-care",
  kind: "referral",
  source: "Letters of the NHS and of clinics to a patient: invitation, result, appointment",
  see: byPattern(
    /\b(?:your (?:recent |last |next )?(?:appointment|test results?|results?|screening|treatment|scan|x-ray|operation|surgery|biopsy|blood test|medication|prescription|referral|consultation|procedure)\b|(?:we are writing to )?invite you (?:for|to) (?:your|a|an)\b|you (?:attended|were seen|were admitted|have been referred|are due))/gi,
  ),
  flags: [
    "We invite you for your screening",
    "your test results",
    "You attended the clinic",
    "your next appointment",
  ],
  passes: ["your order", "results of the survey"],
};

export const sections: Recogniser<"sections"> = {
  name: "sections",
  kind: "treatment-note",
  source: "Headings of a clinical note: SOAP, POMR and UK general practice",
  see: byPattern(
    /(?:^|\n)[ \t#*]{0,6}(?:chief complaint|history of present(?:ing)? (?:illness|complaint)|(?:past )?medical history|(?:past )?surgical history|social history|family history|review of systems|physical exam(?:ination)?|on examination|o\/e|assessment(?: (?:and|&) plan)?|impression|imp|diagnos[ie]s|medications?|drug history|allergies|treatment (?:today|given|plan)|subjective|objective|vital signs|vitals|pmhx?|dhx?|shx?|fhx?|h?pc|ice|plan|hospital course|findings|clinical (?:history|details|indication)s?|procedure performed)[ \t]{0,3}(?::|\n|-|$)/gi,
  ),
  flags: [
    "CHIEF COMPLAINT\n",
    "PMH: Eczema",
    "Imp: flare up",
    "\nOn examination:",
    "Treatment today: manual therapy",
  ],
  passes: ["the plan for the rota", "an assessment", "Planning: rooms"],
};
