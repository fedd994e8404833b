import { utf8ToBytes } from "@noble/hashes/utils.js";
import { policy } from "#domain/policy";
import type { LeftOut } from "#domain/work/evidence-pack";

/** What a pack is filled with, up to a size; what does not fit is told as left out. */
export class PackFiles {
  readonly files: Record<string, Uint8Array> = {};
  readonly leftOut: LeftOut[] = [];
  #bytes = 0;

  /** Bytes that still fit. */
  get room(): number {
    return policy.packLargest.amount - this.#bytes;
  }

  add(path: string, content: Uint8Array | string): void {
    const bytes = typeof content === "string" ? utf8ToBytes(content) : content;
    if (bytes.length > this.room) {
      this.leaveOut(path, tooLarge);
      return;
    }
    this.files[path] = bytes;
    this.#bytes += bytes.length;
  }

  leaveOut(what: string, why: string): void {
    this.leftOut.push({ what, why });
  }
}

export const tooLarge = `with it the pack would be larger than ${policy.packLargest.amount / 1_048_576} MB`;
export const otherBytes =
  "its bytes are not those whose hash is in the log; find out why before you hand this over";
