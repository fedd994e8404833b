import { keyedRecord } from "#domain/base/keyed";
import { isHealthNumber } from "#domain/detector/check-digit";
import { referenceKey } from "#lib/api/accounts.ts";
import { typedRecord } from "#lib/format/record.ts";
import { hmacWith } from "#lib/hmac.ts";
import { session } from "#lib/state/session.svelte.ts";

export const neverAName =
  "Type a record’s reference, its last four characters, or paste its address. Never a name.";

export type RecordTyped =
  | { readonly kind: "reference"; readonly ref: string }
  | { readonly kind: "no-reference"; readonly says: string };

/** Systems whose ids are or derive from an identifier, and are keyed before they leave a browser (DESIGN.md 5). */
const keyedSystem = /^(?:orthanc|unknown-records):/;
const orthancId = /^[0-9a-f]{8}(?:-[0-9a-f]{8}){4}$/i;
/** The id in an address of Orthanc's pages. */
const orthancPage = /^https?:\/\/\S*?([0-9a-f]{8}(?:-[0-9a-f]{8}){4})/i;

/**
 * The reference to filter by for what somebody typed. An id of a keyed system is keyed here, where the role may read
 * the clinic's reference key.
 *
 * @param systems - The one filtered by, or all that are known: an id is keyed when all of them key theirs.
 */
export async function recordFor(typed: string, systems: readonly string[]): Promise<RecordTyped> {
  const ref = typedRecord(orthancPage.exec(typed.trim())?.[1] ?? typed);
  if (ref === undefined) {
    return { kind: "no-reference", says: neverAName };
  }
  const allKeyed = systems.length > 0 && systems.every((system) => keyedSystem.test(system));
  if (ref === "" || ref.startsWith("k1:") || !(allKeyed || orthancId.test(ref) || isHealthNumber(ref)))
    return { kind: "reference", ref };
  if (!session.is("manager", "dpo")) {
    return {
      kind: "no-reference",
      says: "Your role can’t key a reference. Open an entry and follow its record.",
    };
  }
  return { kind: "reference", ref: await keyedRecord(ref, hmacWith(await referenceKey())) };
}
