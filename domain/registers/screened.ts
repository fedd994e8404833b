import type * as z from "zod/mini";
import { isWritten } from "../base/sentence.ts";
import { screenSentence } from "../detector/screen.ts";
import type { FindingKind } from "../detector/verdict.ts";
import type { WrittenText } from "./incidents/report.ts";

/** What in a sentence names a patient: where it stands, never what it says. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly kind: FindingKind;
}

export const namedIn = (text: string): Named[] =>
  screenSentence(text).map(({ start, end, kind }) => ({ start, end, kind }));

/** What stands in the place of words that would name a patient, where the sentence itself can't be mended any more. */
const leftOut = "[left out]";

/** A sentence without what names a patient. */
export function withoutNamed(text: string): string {
  let at = 0;
  let said = "";
  for (const { start, end } of namedIn(text)) {
    said += text.slice(at, start) + leftOut;
    at = end;
  }
  return said + text.slice(at);
}

/** The sentence under the field. Places count from 1, as people do. */
export function sayNamed(found: readonly Named[]): string {
  const places = found.map(({ start, end, kind }) => `${start + 1}-${end} (${kind})`).join(", ");
  return `Characters ${places} name a patient. Leave them out and say "the patient".`;
}

/** Numbers and birthdays, which name a patient wherever they stand; a name or an address may be somebody else's. */
const numbers: readonly FindingKind[] = [
  "nhs-number",
  "chi-number",
  "hc-number",
  "hospital-number",
  "date-of-birth",
];

/**
 * The same for a sentence that asks for names and addresses of others: who received something, or how the clinic itself
 * is reached.
 */
export const numberedIn = (text: string): Named[] =>
  namedIn(text).filter(({ kind }) => numbers.includes(kind));

/** Where a patient is named in what people wrote for a report, by the path of the text; empty where nobody is. */
export function namedInTexts(texts: readonly WrittenText[]): { path: string; found: Named[] }[] {
  return texts
    .map(({ path, text, own }) => ({ path, found: own ? numberedIn(text) : namedIn(text) }))
    .filter(({ found }) => found.length > 0);
}

/** Whether a record's reference is a patient's own number of the health service: a clinical system's id is not. */
export const isPatientNumber = (reference: string): boolean =>
  reference.replace(/\D/g, "").length === 10 && numberedIn(reference).length > 0;

/** Fields of an act's `data` that people write in; whatever act has one, the server screens it. */
export function writtenFields(data: z.ZodMiniType): string[] {
  const { shape = {} } = defOf(data);
  return Object.entries(shape).flatMap(([field, schema]) => (holdsWritten(schema) ? [field] : []));
}

/** As far as a field of an act is more than its schema: left out, or of several kinds. */
interface Def {
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly innerType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
}
const defOf = (schema: z.ZodMiniType): Def => schema._zod.def as Def;

function holdsWritten(schema: z.ZodMiniType): boolean {
  const { innerType, options = [] } = defOf(schema);
  return (
    isWritten(schema) || (innerType !== undefined && holdsWritten(innerType)) || options.some(holdsWritten)
  );
}
