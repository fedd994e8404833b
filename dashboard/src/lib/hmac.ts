import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hmac } from "#domain/base/keyed";

/** HMAC-SHA-256 with the clinic's reference key; works without https too, where a browser gives no `crypto.subtle`. */
export function hmacWith(keyHex: string): Hmac {
  return hmacNow(keyHex);
}

/** The same without a promise. The key's own part is hashed once, which halves the time of each of a long list. */
export function hmacNow(keyHex: string): (text: string) => string {
  const keyed = hmac.create(sha256, hexToBytes(keyHex));
  return (text) => bytesToHex(keyed.clone().update(utf8ToBytes(text)).digest());
}
