import type { ExportHead } from "./export-line.ts";
import {
  type Checkpoint,
  fileDigest,
  type Sha256,
  type Withheld,
  withheldTextOf,
  withheldValues,
} from "./ledger.ts";

/** What an export withholds from its reader, and whether the server itself left it out. */
export class LeftOut {
  /** How many events, and the first of them; 0 while there are none. */
  events = 0;
  first = 0;
  #digest = "";

  add(stretch: Withheld, sha256: Sha256): void {
    this.first ||= stretch.from;
    this.events += stretch.seq - stretch.from + 1;
    this.#digest = fileDigest(this.#digest, withheldValues(stretch), sha256);
  }

  isSignedBy(head: ExportHead, verifies: (point: Checkpoint, text: string) => boolean): boolean {
    if (this.events === 0) return true;
    const { withheld: signature } = head;
    return signature !== undefined && verifies({ ...head, signature }, withheldTextOf(head, this.#digest));
  }
}
