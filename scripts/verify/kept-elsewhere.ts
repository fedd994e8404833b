import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { keptIn, type Witness, witnessIn } from "#domain/ledger/witness/witness";
import { Refusal } from "../base/refusal.mjs";
import { sha256 } from "./sha256.ts";

/** A larger file, in bytes, is read line by line alone: an export or receipts, and no page of text. */
const mostText = 4_000_000;
const pieceSize = 1_000_000;

/** Something that was kept of the log: what it says, and what it is called. */
export interface KeptElsewhere {
  readonly witnesses: Iterable<Witness>;
  /** Codes of the key that signed. */
  readonly keys: readonly string[];
  readonly from: string;
}

/**
 * What `--checkpoint` names: a file (an export, receipts, minutes as text, a mail) or the text itself.
 *
 * @throws {Refusal} Where it holds nothing to hold a log against, or a code in which something was mistyped.
 */
export function keptElsewhere(given: string): KeptElsewhere {
  const stat = statOf(given);
  if (stat?.isFile() && stat.size > mostText) return { witnesses: linesOf(given), keys: [], from: given };
  const text = stat?.isFile() ? readFileSync(given, "utf8") : given;
  const { witnesses, keys, mistyped } = keptIn(text, sha256);
  const from = stat?.isFile() ? given : "what you kept";
  if (mistyped.length > 0)
    throw new Refusal(`There is a slip in ${mistyped.join(", ")}: compare it letter by letter.`);
  if (witnesses.length === 0 && keys.length === 0)
    throw new Refusal(
      stat ? `${given} holds no checkpoint.` : `“${given}” is no file, and no checkpoint stands in it.`,
    );
  return { witnesses, keys, from };
}

/** A long text is no name of a file, which the system says in an error of its own. */
function statOf(given: string) {
  try {
    return statSync(given, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function* linesOf(file: string): Generator<Witness> {
  const handle = openSync(file, "r");
  const decoder = new StringDecoder("utf8");
  const bytes = Buffer.alloc(pieceSize);
  let rest = "";
  try {
    for (;;) {
      const count = readSync(handle, bytes);
      const lines = (rest + (count === 0 ? decoder.end() : decoder.write(bytes.subarray(0, count)))).split(
        "\n",
      );
      rest = count === 0 ? "" : (lines.pop() ?? "");
      for (const line of lines) {
        const found = witnessIn(line);
        if (found) yield found;
      }
      if (count === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}
