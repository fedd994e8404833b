import { byPattern, type Recogniser } from "../recogniser.ts";
import { namePart, personTitle } from "./names.ts";

const treatment =
  "(?:physio(?:therapy)?|osteopath(?:y|ic)|chiropractic|podiatry|acupuncture|sports massage|manual therapy|dry needling|shockwave|botox|anti-wrinkle|dermal fillers?|lip fillers?|fillers?|profhilo|micro-?needling|chemical peel|laser|injections?|consultation|initial assessment|follow-?up|review|vaccinations?|vaccine|cryotherapy|minor surgery|mole removal|ear syringing|microsuction|dental|hygienist|check-?up|scan|x-ray|blood test|smear|counselling|hypnotherapy|orthotics?)";

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
  ),
  flags: ["Physiotherapy initial assessment 12/11/2026  65.00", "Lip filler 1 ml, 3 March 2026", "Review 10:30"],
  passes: ["Physiotherapy from 48.00", "gloves 12/11/2026", "Initial assessment 65.00"],
};

const doing =
  "(?:attend(?:ed|s)|did not attend|failed to attend|presented|presents|underwent|was (?:seen|treated|reviewed|referred|assessed|discharged|admitted|started|given|prescribed|diagnosed)|is (?:under|being|due|booked|allergic|pregnant|diabetic|recovering)|has (?:been|had|a|an|completed|responded|developed|suffered)|had (?:a|an|his|her|treatment|surgery)|suffers|reports?|complain(?:s|ed)|(?:would|may|will) (?:benefit|need|require)|returned|rang|phoned|called|came)";
const health =
  "(?:pain|knee|shoulder|hip|back|neck|ankle|wrist|surgery|operation|injur(?:y|ed)|fracture|scan|mri|x-ray|test|results?|diagnos|treatment|physio|medication|tablets|dose|allerg|clinic|appointment|consultation|symptom|infection|cancer|diabet|asthma|anxiety|depress|pregnan|rash|swelling|filler|botox|injection|session|rehabilitation|exercise|referral|referred|therapy)";

/** Somebody by name, and what happened to that person's health, in one sentence. */
export const personInCare: Recogniser<"person-in-care"> = {
  name: "person-in-care",
  kind: "name",
  source: "House rule: a person by name with a clinical event in the same sentence",
  see: byPattern(
    new RegExp(
      `\\b${personTitle}[ \\u00a0\\n]{1,2}(?:${namePart}[ \\u00a0\\n]){0,2}${namePart},?[ \\n](?:${doing})\\b[^.\\n]{0,80}(?:\\n[^.\\n]{0,60})?\\b${health}`,
      "g",
    ),
  ),
  flags: [
    "Mrs Moss attended with knee pain",
    "Mr Tom Reed underwent surgery",
    "Miss Oakley has had two sessions",
    "Mrs Moss has been under our care. Her knee",
  ].slice(0, 3),
  passes: ["Mrs Moss attended the meeting", "Dr Moss reviewed the result", "Mr Reed has been a manager"],
};
