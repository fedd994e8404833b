import { type Action, acts } from "#domain/acts";
import { canonicalJson } from "#domain/base/canonical-json";
import { instant } from "#domain/ledger/event";
import { type Named, namedIn, sayNamed, writtenFields } from "#domain/registers/screened";
import { refuse } from "../base/refusal.ts";

/** What names a patient in a text. */
export type Look = (text: string) => Named[];

/** @throws {BadRequestError} Naming the field and the place in it, never what stands there. */
export function requireClean(field: string, text: string, look: Look = namedIn): void {
  try {
    canonicalJson(text);
  } catch {
    refuse(field, "invalid_format", "This holds half of a character. Type it again.");
  }
  const found = look(text);
  if (found.length > 0) refuse(field, "names-a-patient", sayNamed(found));
}

/** The same for all that people write in an act. */
export function requireCleanData(
  action: Action,
  data: { readonly [field: string]: unknown },
  look: Look = namedIn,
): void {
  for (const field of writtenFields(acts[action].data)) {
    const value = data[field];
    if (typeof value === "string" && !instant.safeParse(value).success)
      requireClean(`data.${field}`, value, look);
  }
}
