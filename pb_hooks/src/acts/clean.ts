import { type Action, ruleOf } from "#domain/acts";
import { canonicalJson } from "#domain/base/canonical-json";
import { instant } from "#domain/base/forms";
import { type Named, namedIn, numberedIn, sayNamed, writtenFields } from "#domain/registers/screened";
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

/** Data of acts that were looked through already. */
const looked = new WeakSet<object>();

/**
 * The same for all that people write in an act, as its rule says. The act route asks by itself: before an act that makes a
 * row, and after one on a row, which is then taken back. A handler asks where it is known that the person may do the act in
 * this row, so that nothing was written yet.
 */
export function requireCleanData(action: Action, data: object): void {
  const { data: schema, unscreened, asksForOwn } = ruleOf(action);
  if (unscreened || looked.has(data)) return;
  const values = data as { readonly [field: string]: unknown };
  const look = asksForOwn?.(values) ? numberedIn : namedIn;
  for (const field of writtenFields(schema)) {
    const value = values[field];
    if (typeof value === "string" && !instant.safeParse(value).success)
      requireClean(`data.${field}`, value, look);
  }
  looked.add(data);
}
