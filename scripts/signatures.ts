import { createPublicKey, verify } from "node:crypto";
import type { Checkpoint } from "#domain/ledger/ledger";

/** DER form of an Ed25519 public key, before its 32 bytes (RFC 8410). */
const spkiPrefix = "302a300506032b6570032100";

/** Whether a checkpoint's own key signed this text; what is no key signed nothing. */
export function verifies(point: Checkpoint, text: string): boolean {
  try {
    const key = Buffer.from(spkiPrefix + point.publicKey, "hex");
    const publicKey = createPublicKey({ key, format: "der", type: "spki" });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(point.signature, "hex"));
  } catch {
    return false;
  }
}
