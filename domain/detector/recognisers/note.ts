import { byPattern, type Recogniser } from "../recogniser.ts";

export const measured: Recogniser<"measured"> = {
  name: "measured",
  kind: "test-result",
  source: "Units of UK pathology and vital signs (UCUM)",
  see: byPattern(
    /\b(?:BP:? ?\d{2,3}\/\d{2,3}|pain (?:score )?\d{1,2}\/10|\d{1,2}\/10 (?:pain|at rest|on|worst|now)|\d{1,3} ?% (?:better|improved)|\d{1,2}(?:\.\d)? ?x ?\d{1,2}(?:\.\d)? ?(?:cm|mm)\b|(?:ferritin|hb|crp|esr|egfr|hba1c|a1c|inr|tsh|psa|wcc|plts?|creatinine|albumin|ttg|fit result|vit(?:amin)? d|b12|qrisk[23]?|phq-?9|gad-?7|must|spadi|oswestry|odi|pcl-5|tug|abpi|acr|ldl|iop|must score|HR|RR|sats|SpO2|temp|BMI|GCS|ROM|VAS|pulse)[: ]{1,2}\d{1,3}(?:\.\d)?|\d{1,4}(?:\.\d{1,3})? ?(?:mmol\/L|mmol\/mol|umol\/L|\u00b5mol\/L|mg\/dL|g\/dL|g\/L|mU\/L|IU\/L|U\/L|ng\/mL|ng\/L|mmHg|pg|fL|mEq\/L|cells\/mcL|10\^9\/L|bpm))/gi,
  ),
  flags: ["BP 120/80", "HbA1c 48 mmol/mol", "Na 141 mmol/L", "SpO2 98", "Hb 132 g/L"],
  passes: ["mmol/L", "page 120/80", "BP shares fell"],
};

export const dose: Recogniser<"dose"> = {
  name: "dose",
  kind: "medicine",
  source: "British National Formulary, prescription writing: dose and frequency",
  see: byPattern(
    /\b\d{1,4}(?:\.\d{1,2})? ?(?:mg|mcg|micrograms?|ml|g|units|iu|tabs?|tablets?|capsules?|puffs?)\b[^\n.]{0,24}\b(?:od|bd|bid|tds|tid|qds|qid|prn|nocte|mane|stat|daily|once a day|twice|three times|at night|every \d)/gi,
  ),
  flags: ["Ramipril 5 mg OD", "500mg tds", "2 puffs as needed prn", "40 mg once a day"],
  passes: ["5 mg", "500 g of flour", "daily rota"],
};

export const care: Recogniser<"care"> = {
  name: "care",
  kind: "treatment-note",
  source: "Words of a clinic's invoices, bookings and summaries",
  see: byPattern(
    /\b(?:physiotherap(?:y|ist)|osteopath(?:y|ic)?|chiropractic|acupuncture|botox|anti-wrinkle|profhilo|micro-?needling|shockwave|physio|dry needling|aesthetics?|ffisiotherapi|vaccinations?|immunisations?|screening|podiatr(?:y|ist)|orthopaedics?|dermatolog(?:y|ist)|rehabilitation|practitioner|outpatients?|injections?|fillers?|prescription)\b/gi,
  ),
  flags: ["Standard physiotherapy consultation", "Practitioner: Maya Lindqvist"],
  passes: ["two boxes of gloves"],
};

export const story: Recogniser<"story"> = {
  name: "story",
  kind: "treatment-note",
  source: "Third-person narrative of a note about one person (corpus, README)",
  see: byPattern(
    /\b(?:(?:the patient|this (?:patient|lady|gentleman|man|woman|child|boy|girl)|pt|patient|he|she|mr\.? \w{2,20}|mrs\.? \w{2,20}|ms\.? \w{2,20}) (?:is a|denies|denied|states|stated|reports|reported|presents|presented|complains|complained|describes|described|endorses|was (?:seen|admitted|discharged|reviewed|started|given|taken|placed|prepped|brought|found|noted|referred)|has (?:a|had|been|no)|had (?:a|an|no)|underwent|tolerated|will (?:continue|follow|return)|continues|remains|tells me|feels|mentions|notes|lives|works|takes|drinks|smokes|attended|attends|wakes|struggles|can(?:no)?t? (?:now )?(?:walk|lift|bend|sleep)|is (?:able|unable|allergic|concerned|otherwise|well|keen|happy|currently|taking)|would like|(?:has|had) not|cannot|struggles|has noticed|has tried|had tried)|(?:reassured|advised|explained to|discussed with|examined|counsel+ed|informed|warned|told|consented|prescribed) (?:the patient|her|him|pt|patient|mum|mother|parents?)|(?<!if |when |whether |that |may |do |did |have )you (?:are (?:complaining|having|experiencing|lacking|also)|had|feel|felt|suffer|described|reported|mentioned|told (?:me|us)|have been (?:advised|using|taking|feeling|having|getting))|(?:his|her) (?:[a-z-]{3,16} ){0,2}(?:examination|toes|calves|neurological|speech|hearing|vision|weight|appetite|memory|breathing|gait|balance|reflexes|appointments)|(?:his|her|their) (?:symptoms|questions|condition|mobility|sleep|mood|scan|results|wound|foot|leg|arm|neck|elbow|chest|abdomen|skin|treatment|recovery|surgery|injury|diabetes|asthma|pain|medication|medications|blood pressure|examination|knee|shoulder|hip|back|ankle|wrist|past medical|GP|mother|wife|husband)|(?:he|she) is \d{1,3}(?: and|,| years?)|(?:his|her|their) (?:(?:complete|full|medical|physiotherapy|dental|clinical|gp) ){0,2}(?:records|notes)|no known (?:drug )?allergies)\b/gi,
  ),
  flags: [
    "The patient denies fever",
    "I reassured her",
    "You are complaining of breathlessness",
    "She reports pain",
    "his symptoms",
    "He was admitted",
    "NKDA. No known allergies",
  ],
  passes: ["the patient may ask", "they report to the board", "patients are seen"],
};
