import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 in hex. */
export const digestOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** The same of a text's UTF-8 bytes. */
export const sha256Of = (text: string): string => digestOf(utf8ToBytes(text));
