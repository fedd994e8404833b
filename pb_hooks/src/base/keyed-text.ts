import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { key } from "./keys.ts";

/** HMAC-SHA-256 of a text under the 32 bytes of the clinic's reference key, in hex: as a browser keys (domain/base/keyed.ts). */
export function keyedText(text: string): string {
  const bytes = Uint8Array.from(toBytes(text) as number[]);
  return bytesToHex(hmac(sha256, hexToBytes(key("reference.key")), bytes));
}
