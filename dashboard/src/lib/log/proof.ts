import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { bodyHash, type EventRow, isTombstone, linkHash } from "#domain/ledger/ledger";

const hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What this browser found when it worked the hashes out by itself. */
export type Proof =
  | { readonly kind: "whole" }
  | { readonly kind: "erased"; readonly by: number }
  | { readonly kind: "broken"; readonly what: "body" | "link" };

/** Works out an entry's hashes from its columns and holds them against those the server gave. */
export function proofOf(row: EventRow): Proof {
  if (linkHash(row, hex) !== row.hash) return { kind: "broken", what: "link" };
  if (row.orderedBy > 0)
    return isTombstone(row) ? { kind: "erased", by: row.orderedBy } : { kind: "broken", what: "body" };
  try {
    return bodyHash(row, hex) === row.bodyHash ? { kind: "whole" } : { kind: "broken", what: "body" };
  } catch {
    return { kind: "broken", what: "body" };
  }
}

/** "9c41 e07a 55d2 … b8f0 13ce": enough to compare by eye. */
export function shortHash(hash: string): string {
  const four = hash.match(/.{1,4}/g) ?? [];
  return four.length < 6 ? four.join(" ") : `${four.slice(0, 3).join(" ")} … ${four.slice(-2).join(" ")}`;
}

/**
 * Whether a receipt that somebody holds agrees with this entry: its hash, or the receipt as JSON.
 *
 * @returns undefined when the text is no receipt for this number.
 */
export function agrees(receipt: string, row: Pick<EventRow, "seq" | "hash">): boolean | undefined {
  const hash = /[0-9a-f]{64}/.exec(receipt.toLowerCase().replaceAll(/\s/g, ""))?.[0];
  const seq = /"seq"\s*:\s*(\d+)/.exec(receipt)?.[1];
  if (hash === undefined || (seq !== undefined && Number(seq) !== row.seq)) return undefined;
  return hash === row.hash;
}
