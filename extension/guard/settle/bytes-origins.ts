import { digestOf } from "../../records/text-mark.ts";
import { send } from "../../send.ts";
import type { Origin } from "./check.ts";

/** Milliseconds that a file's bytes have to say where it came from; a file of no known size takes none. */
const originWithin = 1_500;

/** Where files came from by their bytes, whatever they are called now. Only those of a known size are read for it. */
export class BytesOrigins {
  #sizes: Promise<ReadonlySet<number>> | undefined;

  /** Null where it is not known, or not in time. */
  of(file: File): Promise<Origin | null> {
    const asked = this.#ask(file).catch(() => null);
    return Promise.race([asked, new Promise<null>((end) => setTimeout(() => end(null), originWithin))]);
  }

  async #ask(file: File): Promise<Origin | null> {
    this.#sizes ??= send("known-sizes", {}).then(({ sizes }) => new Set(sizes));
    if (!(await this.#sizes).has(file.size)) return null;
    return send("provenance", { bytes: await digestOf(await file.arrayBuffer()) });
  }
}
