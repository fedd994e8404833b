import { getPublicKey, hashes, sign, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { type Checkpoint, checkpointText } from "#domain/ledger/ledger";
import { now } from "../../base/clock.ts";
import { execute, objectsOf, rowsOf } from "../../base/database.ts";
import { key } from "../../base/keys.ts";
import { newId } from "../../base/new-id.ts";
import { head } from "./head.ts";
import { inLedgerTransaction } from "./transaction.ts";

hashes.sha512 = sha512;

/** Signs the newest link and keeps the signature. About 12 ms in this engine. */
export function checkpoint(app: pb.App, why: "daily" | "export" | "review"): Checkpoint {
  return inLedgerTransaction(app, (tx) => {
    const point = { ...head(tx), at: now() };
    const signed: Checkpoint = {
      ...point,
      signature: signatureOf(checkpointText(point)),
      publicKey: publicKey(),
    };
    execute(
      tx,
      `INSERT INTO checkpoints (id, seq, hash, at, signature, publicKey, why)
       VALUES ({:id}, {:seq}, {:hash}, {:at}, {:signature}, {:publicKey}, {:why})`,
      { ...signed, id: newId(), why },
    );
    return signed;
  });
}

/** The signature under which a prefix was cut: of the link just below the first one left. */
export function checkpointBelow(app: pb.App, firstSeq: number): Checkpoint | undefined {
  return objectsOf<Checkpoint>(
    app,
    ["seq", "hash", "at", "signature", "publicKey"],
    "SELECT seq, hash, at, signature, publicKey FROM checkpoints WHERE seq = {:seq} LIMIT 1",
    { seq: firstSeq - 1 },
  )[0];
}

/** Checkpoints that the log contradicts as it stands: their entry is another one now, or is gone. One question by index. */
export const contradictedPoints = (app: pb.App): number[] =>
  rowsOf(
    app,
    ["seq"],
    `SELECT DISTINCT c.seq AS seq FROM checkpoints c LEFT JOIN events e ON e.seq = c.seq
     WHERE c.seq >= (SELECT min(seq) FROM events) AND e.hash IS NOT c.hash ORDER BY c.seq LIMIT 20`,
  ).map(([seq]) => Number(seq));

/** Whether a checkpoint's own key signed it; what is no key signed nothing. About 40 ms in this engine. */
export function isSignedBy(point: Checkpoint, text: string): boolean {
  try {
    return verify(bytesOf(point.signature), asciiBytes(text), bytesOf(point.publicKey));
  } catch {
    return false;
  }
}

/** With which the log is signed here, in lower-case hex. */
export const publicKey = (): string => hexOf(getPublicKey(seed()));

const seed = (): Uint8Array => bytesOf(key("signing.key"));

/** The server's signature of a text in ASCII, in lower-case hex. */
export const signatureOf = (text: string): string => hexOf(sign(asciiBytes(text), seed()));

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The engine has no TextEncoder; what a checkpoint signs is ASCII. */
function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
}
