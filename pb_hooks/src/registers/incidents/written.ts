import { canonicalJson } from "#domain/base/canonical-json";
import { instant } from "#domain/ledger/event";
import { isOwnPart } from "#domain/registers/incidents/ico-form";
import { icoQuestions } from "#domain/registers/incidents/ico-questions";
import {
  type Named,
  namedIn,
  numberedIn,
  sayNamed,
  sentenceFields,
} from "#domain/registers/incidents/screened";
import { refuse } from "../../base/refusal.ts";

/** @throws {BadRequestError} Naming the field and the place in it, never what stands there. */
export function requireClean(field: string, text: string, look: (text: string) => Named[] = namedIn): void {
  try {
    canonicalJson(text);
  } catch {
    refuse(field, "invalid_format", "This holds half of a character. Type it again.");
  }
  const found = look(text);
  if (found.length > 0) refuse(field, "names-a-patient", sayNamed(found));
}

/** The same for all sentences of an act. */
export function requireCleanData(data: { readonly [field: string]: unknown }): void {
  for (const [field, value] of Object.entries(data)) {
    if (!sentenceFields.includes(field) || typeof value !== "string" || instant.safeParse(value).success)
      continue;
    requireClean(`data.${field}`, value, asksForOwn(data) ? numberedIn : namedIn);
  }
}

/** An answer of the form about the clinic itself, whose own contacts are no patient's. */
const asksForOwn = ({ key }: { readonly [field: string]: unknown }): boolean =>
  icoQuestions.some((question) => question.key === key && isOwnPart(question.part));
