import { createPublicKey, verify } from "node:crypto";
import type { Checkpoint } from "#domain/ledger/ledger";
import { LedgerVerifier, type Verdict } from "#domain/ledger/verify-ledger";
import { sha256 } from "./server/chain.ts";

/** Whether a server signed a text, by its own public key. */
export function verifies(point: Checkpoint, text: string): boolean {
  const key = Buffer.from(`302a300506032b6570032100${point.publicKey}`, "hex");
  const publicKey = createPublicKey({ key, format: "der", type: "spki" });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(point.signature, "hex"));
}

/** What the verifier says of an export. */
export function verdictOf(text: string): Verdict {
  const verifier = new LedgerVerifier({ sha256, verifies });
  for (const line of text.split("\n")) verifier.line(line);
  return verifier.end();
}
