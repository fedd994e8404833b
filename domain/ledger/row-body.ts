import { canonicalJson } from "../base/canonical-json.ts";
import { type EventRow, exactBodyHash, isBlank, linkHash, type Sha256 } from "./ledger.ts";

/** Whether the personal part is the one that was hashed, to the letter: `detail` is parsed before it is hashed. */
function hasItsBody(row: EventRow, sha256: Sha256): boolean {
  try {
    const exact = row.detail === "" || row.detail === canonicalJson(JSON.parse(row.detail));
    return exact && row.salt !== "" && exactBodyHash(row, sha256) === row.bodyHash;
  } catch {
    return false;
  }
}

/** What a row is, taken by itself: an event as it was made, one that was blanked, or neither. */
export function standsAs(row: EventRow, sha256: Sha256): "event" | "blank" | "edited" {
  if (linkHash(row, sha256) !== row.hash) return "edited";
  if (isBlank(row)) return "blank";
  return row.orderedBy === 0 && hasItsBody(row, sha256) ? "event" : "edited";
}
