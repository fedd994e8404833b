import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

/**
 * Chromium's own package: a head with the signature, then the zip (chromium components/crx_file/crx3.proto). By hand, for
 * that is two dozen lines, and the libraries that do it bring archivers of their own, which write the time of the day.
 */

const magic = Buffer.from("Cr24");
const signedAs = Buffer.from("CRX3 SignedData\0");

const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
};

/** A number as protocol buffers write it. */
function varint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

/** A field of bytes, as protocol buffers write one. */
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

const publicBytes = (pem: string): Buffer => createPublicKey(pem).export({ type: "spki", format: "der" });
const idBytes = (pem: string): Buffer =>
  createHash("sha256").update(publicBytes(pem)).digest().subarray(0, 16);

/** The id that Chromium knows an extension by which is signed with this key. */
export const idOf = (pem: string): string =>
  [...idBytes(pem).toString("hex")].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");

/**
 * A zip signed for Chromium. The same zip and key give the same bytes.
 *
 * @param pem - RSA key.
 */
export function crxOf(zip: Uint8Array, pem: string): Buffer {
  const signedData = field(1, idBytes(pem));
  const toSign = Buffer.concat([signedAs, uint32(signedData.length), signedData, zip]);
  const proof = Buffer.concat([
    field(1, publicBytes(pem)),
    field(2, sign("sha256", toSign, createPrivateKey(pem))),
  ]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([magic, uint32(3), uint32(header.length), header, zip]);
}
