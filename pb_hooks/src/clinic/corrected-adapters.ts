import type { SignedCorrections } from "#domain/sites/signing";
import { publicKey } from "../ledger/chain/checkpoint.ts";

/** What the clinic corrected of what is known of pages, as it was signed; null where nothing ever was. */
export function correctedAdapters(clinic: pb.Record): SignedCorrections | null {
  const revision = clinic.getInt("adaptersRevision");
  if (revision === 0) return null;
  return {
    revision,
    text: clinic.getString("adapters"),
    signature: clinic.getString("adaptersSignature"),
  };
}

let known: string | undefined;

/** With which it is signed; computed once a VM, for it takes 10 ms in this engine. */
export function signingKey(): string {
  known ??= publicKey();
  return known;
}
