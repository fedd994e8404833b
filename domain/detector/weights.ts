import { featureNames } from "./features.ts";
import type { RecogniserName } from "./recognisers.ts";
import { trained } from "./trained.ts";

/** Name of this table; written into every verdict. A change of any number of the model changes it. */
export const weightsVersion: string = trained.version;

/** Score of a stretch of text in which nothing was seen, before squashing. */
export const bias: number = trained.bias;

/** Part of having come from the clinical system a few minutes ago. By hand: no training set knows of it. */
export const provenanceWeight = 2.5;

/** Weights in the order of `featureNames`. */
export const weights: readonly number[] = featureNames.map(
  (name) => (trained.weights as Readonly<Record<string, number>>)[name] ?? 0,
);

/** Squashed score from which a document is a hint, and from which it is held to be about a patient. */
export const thresholds: { readonly weak: number; readonly strong: number } = trained.thresholds;

/**
 * What can make a document strong: a name, a number, or a story about one person. Without one of these the document is
 * about medicine, not about a patient, and the verdict stays a hint.
 */
export const identifying: ReadonlySet<RecogniserName> = new Set<RecogniserName>([
  "nhs-number",
  "chi-number",
  "hc-number",
  "structured-record",
  "fhir-subject",
  "patient-list",
  "patient-card",
  "rows-of-people",
  "day-list",
  "booked-event",
  "care-table",
  "coded-table",
  "date-of-birth",
  "born-in-words",
  "patient-name",
  "regarding",
  "named-in-story",
  "person-in-care",
  "in-bed",
  "in-our-care",
  "known-in-care",
  "tongue-name",
  "hospital-number",
  "misspelt-number",
  "bare-number",
  "form-name",
  "titled-name",
  "addressee",
  "address-block",
  "name-and-birthday",
  "story",
  "soap",
  "age-and-sex",
  "age-sex-short",
  "note-line",
  "seen-person",
  "dialogue",
  "dated-entry",
  "told-of-one",
  "told-found",
]);
