import { screenSentence } from "../detector/screen.ts";
import type { FindingKind } from "../detector/verdict.ts";

/** What in a sentence names a patient: where it stands, never what it says. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly kind: FindingKind;
}

export const namedIn = (text: string): Named[] =>
  screenSentence(text).map(({ start, end, kind }) => ({ start, end, kind }));

/** The sentence under the field. Places count from 1, as people do. */
export function sayNamed(found: readonly Named[]): string {
  const places = found.map(({ start, end, kind }) => `${start + 1}-${end} (${kind})`).join(", ");
  return `Characters ${places} name a patient. Leave them out and say "the patient".`;
}

/** Numbers and birthdays, which name a patient wherever they stand; an address may be a recipient's. */
const numbers: readonly FindingKind[] = [
  "nhs-number",
  "chi-number",
  "hc-number",
  "hospital-number",
  "date-of-birth",
];

/** The same for a sentence about who received something: names and addresses of recipients are what it asks for. */
export const numberedIn = (text: string): Named[] =>
  namedIn(text).filter(({ kind }) => numbers.includes(kind));
