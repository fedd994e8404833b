import { exportLine } from "#domain/ledger/export-line";
import { keyCode, linkCode } from "#domain/ledger/witness/code";
import { sha256Of } from "#lib/format/digest.ts";

/** More than the last line of an export is long, in bytes. */
const longestHead = 4_096;

/** The codes of an export's own signed head, to be written down apart from it: its format has no place for them. */
export type LedgerCodes = {
  readonly seq: number;
  readonly head: string;
  readonly key: string;
};

/** @returns undefined where the file does not end with a head. */
export async function ledgerCodes(file: Blob): Promise<LedgerCodes | undefined> {
  const end = await file.slice(Math.max(0, file.size - longestHead)).text();
  const last = exportLine(end.trimEnd().split("\n").at(-1) ?? "");
  if (last.is !== "head") return undefined;
  const { seq, hash, publicKey } = last.head;
  return { seq, head: linkCode(seq, hash, sha256Of), key: keyCode(publicKey, sha256Of) };
}
