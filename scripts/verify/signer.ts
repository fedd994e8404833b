import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Checkpoint, checkpointText } from "#domain/ledger/ledger";
import { readKey } from "../folder/keys.mjs";

/** DER form of an Ed25519 private key, before its 32 bytes (RFC 8410). */
const pkcs8Prefix = "302e020100300506032b657004220420";

/** A key that signs as the server does. */
export interface Signer {
  readonly key: KeyObject;
  /** In lower-case hex. */
  readonly publicKey: string;
}

/**
 * The key with which a folder's log is signed.
 *
 * @param keys - The folder's keys folder.
 * @throws {Refusal} Where it is missing or damaged.
 */
export function signerOf(keys: string): Signer {
  const der = Buffer.from(pkcs8Prefix + readKey(keys, "signing.key"), "hex");
  return withPublic(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
}

/** A key of nobody, for where the folder's own is not at hand. */
export const passingSigner = (): Signer => withPublic(generateKeyPairSync("ed25519").privateKey);

function withPublic(key: KeyObject): Signer {
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return { key, publicKey: publicKey.toString("hex") };
}

export function signed(point: Pick<Checkpoint, "seq" | "hash">, { key, publicKey }: Signer): Checkpoint {
  const { seq, hash } = point;
  const at = new Date().toISOString();
  const signature = sign(null, Buffer.from(checkpointText({ seq, hash, at })), key).toString("hex");
  return { seq, hash, at, signature, publicKey };
}
