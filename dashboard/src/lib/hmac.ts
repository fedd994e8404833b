import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Hmac } from "#domain/base/keyed";

/** HMAC-SHA-256 with the clinic's reference key; works without https too, where a browser gives no `crypto.subtle`. */
export function hmacWith(keyHex: string): Hmac {
  const key = hexToBytes(keyHex);
  return (text) => bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
}
