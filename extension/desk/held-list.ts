import type { Detector } from "../detector/client.ts";
import { fromBase64 } from "../exact/base64.ts";
import { inTime } from "../in-time.ts";
import { send } from "../send.ts";

/** Milliseconds that the background may take: it may have to start, and reads megabytes. */
const within = 3_000;

/**
 * Sees to it, before each document, that the detector asks the list which is in force in this browser. Documents that come
 * together ask once.
 *
 * @returns What rejects where that is not known: then there is no verdict, and the document is held as not checked.
 */
export function heldList(detector: Pick<Detector, "take">): () => Promise<void> {
  let holds = "";
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const { sha256, list } = await inTime(send("exact-list", { holds }), within);
    if (sha256 === holds) return;
    if (sha256 !== "" && list === null) throw new Error("another list was named and not given");
    detector.take(list === null ? null : fromBase64(list));
    holds = sha256;
  }

  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}
