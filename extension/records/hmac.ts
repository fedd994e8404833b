import type { Hmac } from "#domain/base/keyed";

/** Bytes of an even number of hex digits. */
export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** HMAC-SHA-256 under the clinic's reference key. */
export function hmacBy(referenceKey: string): Hmac {
  const key = crypto.subtle.importKey(
    "raw",
    fromHex(referenceKey),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return async (text) => {
    const signed = await crypto.subtle.sign("HMAC", await key, new TextEncoder().encode(text));
    return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
}
