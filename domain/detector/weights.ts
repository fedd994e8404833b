import type { RecogniserName } from "./recognisers.ts";

/** What one recogniser's findings add to the score of a section. */
export interface Weight {
  /** Part of the first finding. */
  readonly first: number;
  /** Part of each further finding, until `most` is reached. */
  readonly more: number;
  readonly most: number;
  /** Counts findings for each hundred words, and `first` is the part of one such finding; `more` has no say. */
  readonly dense?: true;
}

const once = (part: number): Weight => ({ first: part, more: 0, most: part });
const several = (first: number, more: number, most: number): Weight => ({ first, more, most });
const dense = (first: number, most: number): Weight => ({ first, more: 0, most, dense: true });

/** Name of this table; written into every verdict. A change of any number below changes it. */
export const weightsVersion = "rules-1";

/** Score of a section in which nothing was seen, before squashing. */
export const bias = -3.5;

/** Part of having come from the clinical system a few minutes ago. */
export const provenanceWeight = 2.5;

/** Set by hand and tried on the development corpus (`npm run bench:detector`). */
export const weights: Readonly<Record<RecogniserName, Weight>> = {
  "nhs-number": several(5.2, 0.3, 6.0),
  "chi-number": several(5.2, 0.3, 6.0),
  "hc-number": several(5.2, 0.3, 6.0),
  "structured-record": once(6.5),
  "patient-list": several(4.6, 0.4, 6.2),
  "rows-of-people": once(3.2),
  "date-of-birth": several(2.0, 0.2, 2.6),
  "patient-name": several(2.6, 0.2, 3.0),
  regarding: once(1.8),
  "named-in-story": once(2.0),
  "name-and-birthday": several(1.9, 0.3, 3.1),
  "hospital-number": several(1.7, 0.2, 2.1),
  "misspelt-number": several(2.4, 0.2, 2.8),
  "bare-number": several(2.9, 0.2, 3.3),
  "form-name": several(0.9, 0.2, 1.3),
  "titled-name": several(0.8, 0.1, 1.1),
  addressee: once(0.9),
  referral: several(0.7, 0.4, 1.9),
  "your-care": several(0.4, 0.2, 1.4),
  "letter-opening": once(0.5),
  "letter-closing": once(0.4),
  sections: dense(0.6, 1.8),
  "age-and-sex": several(1.0, 0.2, 1.4),
  story: dense(0.9, 2.8),
  care: once(0.6),
  measured: dense(0.5, 1.4),
  dose: dense(0.5, 1.2),
  diagnosis: dense(0.3, 0.9),
  medicine: dense(0.3, 0.9),
  test: dense(0.3, 0.9),
  "note-word": dense(0.35, 1.6),
  address: once(0.2),
  postcode: once(0.3),
  phone: once(0.2),
  email: once(0.1),
};

/** Squashed score from which a document is a hint, and from which it is held to be about a patient. */
export const thresholds = { weak: 0.35, strong: 0.7 } as const;

/**
 * What can make a document strong: a name, a number, or a story about one person. Without one of these the document is
 * about medicine, not about a patient, and the verdict stays a hint.
 */
export const identifying: ReadonlySet<RecogniserName> = new Set<RecogniserName>([
  "nhs-number",
  "chi-number",
  "hc-number",
  "structured-record",
  "patient-list",
  "rows-of-people",
  "date-of-birth",
  "patient-name",
  "regarding",
  "named-in-story",
  "hospital-number",
  "misspelt-number",
  "bare-number",
  "form-name",
  "titled-name",
  "addressee",
  "name-and-birthday",
  "story",
  "age-and-sex",
]);
