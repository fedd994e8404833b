import { canonicalJson } from "../base/canonical-json.ts";
import { bodyHash, type EventRow, type Sha256 } from "./ledger.ts";

/** Whether the personal part is the one that was hashed, to the letter: `detail` is parsed before it is hashed. */
export function hasItsBody(row: EventRow, sha256: Sha256): boolean {
  try {
    const exact = row.detail === "" || row.detail === canonicalJson(JSON.parse(row.detail));
    return exact && row.salt !== "" && bodyHash(row, sha256) === row.bodyHash;
  } catch {
    return false;
  }
}
