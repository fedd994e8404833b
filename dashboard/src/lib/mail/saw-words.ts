import { features } from "#domain/detector/features";
import type { Band } from "#domain/detector/verdict";
import { listed } from "#lib/format/sentence.ts";

/** What the detector's model looks at, in words that stand in the middle of a sentence. */
export const sawWords: Readonly<Record<string, string>> = {
  "health-number": "a health service number",
  "doubtful-number": "what looks like a health service number",
  "record-number": "a record or insurance number",
  birth: "a date of birth",
  "name-and-birth": "a name beside a birthday",
  "patient-name": "a name that is called a patient’s",
  regarding: "a subject line with a name",
  "in-story": "somebody by name with an illness or treatment",
  "tongue-name": "a name with a title in another language",
  "form-name": "a name filled into a form",
  "titled-name": "a name with a title or a greeting",
  "address-block": "a name above an address",
  contact: "ways to reach somebody",
  structured: "a record in a data format",
  list: "a list of patients",
  rows: "rows of people",
  "care-table": "a table of people in care",
  referral: "words of a referral or clinic letter",
  "your-care": "words to somebody about their care",
  appointed: "a visit made or missed",
  "own-story": "a story of somebody’s health",
  "tongue-care": "words of care in another language",
  letter: "the shape of a letter",
  sections: "headings of a clinical note",
  soap: "the order of a clinical note",
  "note-line": "a note in one line",
  "age-and-sex": "an age with a sex",
  story: "sentences of a clinical note",
  denied: "what was not found",
  shorthand: "clinicians’ short forms",
  measured: "measurements and doses",
  clinical: "clinical words",
  treated: "a treatment with its day",
  billed: "a bill for treatment",
  care: "words of a clinic’s work",
  "told-of-one": "sentences about one person’s health",
  terse: "short clauses of a note",
  "told-found": "sentences about what was found or done",
  dialogue: "a talk between a clinician and a patient",
  "dated-entries": "entries of a running record",
  "taken-out": "marks of names that were taken out",
  results: "results beside what is normal",
  blank: "blank lines of a form",
  guidance: "rules for many people",
  leaflet: "advice to everybody",
  scholarly: "words of studies",
  code: "program text",
  staff: "words about staff",
  personnel: "a personnel paper",
  business: "words of business",
  house: "matters of the house",
  "other-table": "a table of something else",
  glossary: "a list of abbreviations",
  figures: "rows of figures",
  general: "sentences about many people",
  animals: "words about animals",
  readers: "words for readers or learners",
};

const isAgainst = (name: string): boolean =>
  features.some((feature) => feature.name === name && feature.sign === -1);
/** Kinds that one line tells. */
const most = 6;

/** What was seen in a document, the most first, and what spoke against it. What is made of other features is left out. */
export function sawSentence(saw: readonly Band[] | undefined): string {
  const told = [...(saw ?? [])]
    .sort((one, other) => other.tenths - one.tenths)
    .filter(({ name }) => name in sawWords);
  const words = (some: readonly Band[]) =>
    listed(some.slice(0, most).map(({ name }) => sawWords[name] ?? ""));
  const pro = told.filter(({ name }) => !isAgainst(name));
  const contra = told.filter(({ name }) => isAgainst(name));
  if (pro.length === 0) return "";
  return `The detector saw ${words(pro)}${contra.length > 0 ? `; against it ${words(contra)}` : ""}.`;
}
