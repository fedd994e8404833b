import { endingShown } from "#domain/ledger/log-query";
import { endingTyped, isEnding, namesIncident, withoutEllipsis } from "#lib/format/ending.ts";
import { neverAName, type RecordTyped, recordFor } from "./record-for.ts";

/** What the log is searched by: a whole reference, or how one ends. */
export type RecordSearch = RecordTyped | { readonly kind: "ending"; readonly ending: string };

/**
 * What to search the log by for what somebody typed. A vendor's reference is searched by its end, of which the whole is
 * one; an address, a keyed reference and what is shorter than a row shows are whole references.
 *
 * @param systems - All that are known: where each of them keys its ids, more than a row shows is an id to key.
 */
export async function searchFor(typed: string, systems: readonly string[]): Promise<RecordSearch> {
  if (namesIncident(typed))
    return { kind: "no-reference", says: "That is an incident: Ctrl K finds it by its number." };
  const ending = endingTyped(typed);
  if (ending !== undefined && (ending.length === endingShown || isEnding(typed)))
    return { kind: "ending", ending };
  const found = await recordFor(withoutEllipsis(typed), systems);
  if (found.kind === "no-reference" || found.ref.startsWith("k1:")) return found;
  // A word without a digit is more often a surname than a reference, and goes nowhere.
  if (found.ref !== "" && !/\d/.test(found.ref)) return { kind: "no-reference", says: neverAName };
  if (ending === undefined) return found;
  return { kind: "ending", ending };
}
