import { byPattern, type Recogniser } from "../recogniser.ts";

export const letterOpening: Recogniser<"letter-opening"> = {
  name: "letter-opening",
  kind: "letter",
  source: "PRSB, outpatient letter standard; custom of UK letters",
  see: byPattern(
    /(?:^|\n)[ \t>*]{0,8}(?:Dear|Annwyl) (?:(?:Dr|Doctor|Colleague|Mr|Mrs|Ms|Miss|Master|GP|Sir|Parents?)\b|[A-Z][A-Za-z'\u2019-]{1,20} [A-Z][A-Za-z'\u2019-]{1,20})[^\n]{0,60}(?=\n|$)/g,
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
    /(?:^|\n)[ \t]{0,20}(?:Yours (?:sincerely|faithfully|truly)|Yn gywir|(?:cc|CC|Cc|c\.c\.|Copy to)[ :.]{1,4}(?:(?:the )?(?:GP|Dr|patient|Mr|Mrs|Ms|Miss)\b))/g,
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
    /\b(?:(?:your|you need a|you have a|found a) (?:recent |last |next |lower |upper |left |right |first |new ){0,3}(?:appointment|treatment plan|check-?up|fillings?|molar|tooth|gums|knee|shoulder|hip|back|neck|ankle|foot|skin|blood pressure|cholesterol|vitamin|medication|scan|mri|(?:child|son|daughter|father|mother)['\u2019]s (?:appointment|results|treatment|operation)|test results?|results?|screening|treatment|scan|x-ray|operation|surgery|biopsy|blood test|medication|prescription|referral|consultation|procedure)\b|(?:we are writing to )?(?:invite|inviting) (?:you|your [a-z0-9 ]{2,40}?) (?:for|to) (?:your|a|an|the)\b|invite your \d|you (?:attended|were seen|were admitted|(?:have|had) been referred|were referred|are due|missed|did not attend|have an appointment|failed to attend)|missed (?:your|an) appointment|appointment (?:is |has been )?(?:booked|confirmed|made|arranged|cancelled|rescheduled)|(?:an |your )appointment (?:on|with|at|for)|did not attend|look forward to seeing you|(?:we|I) (?:can )?(?:authorise|approve)d? (?:\d|your|the|up to|further)|authorisation (?:code|number|no)|mae eich apwyntiad|(?:hi|hello|dear|helo) [a-z'\u2019-]{2,20}[,!]? (?:it['\u2019]?s|this is|from) (?:[a-z'\u2019&-]{2,16} ){0,3}(?:physio\w*|clinic|dental|dentist|surgery|podiatry|opticians?|practice|gp|osteopaths?|chiropractic|aesthetics)\b|neges gan (?:y|eich) (?:deintydd|meddyg|clinig|feddygfa))/gi,
  ),
  flags: [
    "We invite you for your screening",
    "your test results",
    "You attended the clinic",
    "your next appointment",
    "You missed your appointment on Monday",
    "Mae eich apwyntiad ar 24 Tachwedd",
    "Authorisation code: 8841",
  ],
  passes: ["your order", "results of the survey"],
};

export const sections: Recogniser<"sections"> = {
  name: "sections",
  kind: "treatment-note",
  source: "Headings of a clinical note: SOAP, POMR and UK general practice",
  see: byPattern(
    /(?:^|\n)[ \t#*]{0,6}(?:chief complaint|reason for (?:visit|consultation|referral|attendance)|presenting (?:complaint|problem)|hist(?:ory)?(?: of(?: the)? present(?:ing)? (?:illness|complaint))?|(?:past |previous )?(?:medical|surgical|psychiatric|obstetric) history|pm\/?sh|social history|family history|(?:drug|medication) history|review of systems|ros|physical exam(?:ination)?|(?:on )?exam(?:ination)?|o\/?e|oex|assessment(?: ?(?:and|&|\/) ?plan)?|a ?[/&+] ?p|impression|imp|(?:working |differential |provisional )?diagnos[ie]s|ddx|dx|ddx?s|(?:current |regular |discharge )?med(?:ication|icine)?s?(?: list)?|allerg(?:y|ies)|nkda|treatment (?:today|given|plan|provided)|rx|tx|ix|mx|sx|subjective|objective|vital signs|vitals|vs|obs|pmhx?|pshx?|dhx?|shx?|fhx?|hpi|hpc|pc|cc|hx|ice|ex|plan|management(?: plan)?|follow[- ]?up|f\/u|hospital course|findings|investigations?|labs?|results?|imaging|clinical (?:history|details|indication|findings)s?|procedure performed|indication|technique|comparison|specimen|safety ?net(?:ting)?|advice|consent(?:ed)?|goals?|outcome measures?|(?:pre|post)-?operative diagnos[ie]s|procedures?(?: performed)?|an(?:a)?esthesia|estimated blood loss|ebl|(?:operative )?findings|description of (?:the )?(?:procedure|operation)|(?:gross|microscopic)(?: description| examination)?|clinical (?:data|narrative|summary|course)|source|disposition|dispo|ed course|critical care time|condition (?:on|at) discharge|discharge (?:condition|diagnos[ie]s|medications?|instructions)|brief hospital course|major surgical or invasive procedure|service|attending|presenting symptoms?|reason for (?:admission|consultation|exam(?:ination)?)|history|mental status(?: exam(?:ination)?)?|diet|activity|home medications|interval history|opinion|conclusion|recommendations?|main complaint|onset|red flags|pain score|duration|problems?|(?:active|significant) (?:problems?|past)|neuro|cv|cvs|resp|gi|gu|skin|heent|abd(?:omen)?|ext(?:remities)?|psych|msk|lungs|heart|vitals signs|labs|pe|ua|action for gp|goals? met|aftercare)[ \t]{0,3}(?::|;|\n|[-\u2013]|$)(?![ \t]*\n[^\n:]{0,40}:[ \t]*(?:\n|$))/gi,
    // A message's own line of copies is no chief complaint.
    ({ words, before }) => !/^\s*cc/i.test(words) || !/(?:^|\n)(?:to|from|subject):[^\n]*$/i.test(before),
  ),
  flags: [
    "CHIEF COMPLAINT\n",
    "PMH: Eczema",
    "Imp: flare up",
    "\nOn examination:",
    "Treatment today: manual therapy",
  ],
  passes: ["the plan for the rota", "an assessment", "Planning: rooms", "Execution: later"],
};
