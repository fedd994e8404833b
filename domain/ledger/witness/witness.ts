import { exportLine } from "../export-line.ts";
import { type Checkpoint, checkpointText, type Sha256 } from "../ledger.ts";
import { codesIn } from "./code.ts";

/** What somebody kept of the log: which hash stood at an entry, as far as it was kept. */
export interface Witness {
  readonly seq: number;
  /** The hash in lower-case hex, or as many of its first digits as a code holds. */
  readonly hash: string;
  /** Where the server's signature was kept as well. */
  readonly signed?: Checkpoint;
}

/** What a text holds that can be held against a log. */
export interface Kept {
  readonly witnesses: readonly Witness[];
  /** Codes of keys (`keyCode`). */
  readonly keys: readonly string[];
  /** Codes in which something was mistyped. */
  readonly mistyped: readonly string[];
}

/** "entry 1234, <hash>", "event 1234 <hash>", "head 1234 <hash>", `"seq":1234,"hash":"<hash>"`, as Chaperone prints them. */
const written =
  /(?:entry|event|head|"seq"\s*:)\s*(\d{1,12})[\s,.:"]{1,6}(?:hash[\s,.:"]{1,6})?([0-9a-f]{64})(?![0-9a-f])/gi;

/** All that a text holds: codes, hashes with the number of their entry, receipts, signed heads, lines of an export. */
export function keptIn(text: string, sha256: Sha256): Kept {
  const { links, keys, mistyped } = codesIn(text, sha256);
  // Copied from a page, a hash may stand on two lines.
  const joined = text.replaceAll(/([0-9a-f])[ \t]*\r?\n[ \t]*(?=[0-9a-f])/g, "$1");
  const hashes = [text, joined].flatMap((one) =>
    [...one.matchAll(written)].map(([, seq, hash = ""]) => ({ seq: Number(seq), hash: hash.toLowerCase() })),
  );
  const lines = text.split("\n").flatMap((line) => witnessIn(line) ?? []);
  const all = new Map<string, Witness>();
  for (const one of [...links, ...hashes, ...lines]) all.set(`${one.seq} ${one.hash}`, one);
  return { witnesses: [...all.values()], keys, mistyped };
}

/** What one line of a file holds, if it is a receipt, a checkpoint, or a line of an export. */
export function witnessIn(line: string): Witness | undefined {
  if (!line.trimStart().startsWith("{")) return undefined;
  const found = exportLine(line.trim());
  if (found.is === "event") return { seq: found.row.seq, hash: found.row.hash };
  if (found.is === "withheld") return { seq: found.withheld.seq, hash: found.withheld.hash };
  if (found.is === "head") return signedWitness(found.head);
  if (found.is === "from") return signedWitness(found.from);
  return receiptOrPoint(line);
}

function receiptOrPoint(line: string): Witness | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { seq, hash, at, signature, publicKey } = Object(value);
  if (!Number.isSafeInteger(seq) || seq < 1 || !/^[0-9a-f]{64}$/.test(String(hash))) return undefined;
  const isSigned =
    typeof at === "string" &&
    /^[0-9a-f]{128}$/.test(String(signature)) &&
    /^[0-9a-f]{64}$/.test(String(publicKey));
  return isSigned ? signedWitness({ seq, hash, at, signature, publicKey }) : { seq, hash };
}

function signedWitness({ seq, hash, at, signature, publicKey }: Checkpoint): Witness | undefined {
  if (hash === "") return undefined;
  return { seq, hash, signed: { seq, hash, at, signature, publicKey } };
}

/** Whether a kept signature is of what it stands beside. */
export const isSignedSo = (
  { signed }: Witness,
  verifies: (point: Checkpoint, text: string) => boolean,
): boolean => signed === undefined || verifies(signed, checkpointText(signed));
