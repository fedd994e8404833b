import { trustedWorker } from "#lib/trusted-worker.ts";
import type { ReadAnswer, ReadPolicy, ReadProgress, ReadRequest } from "./messages.ts";
import address from "./worker.ts?worker&url";

/**
 * Reads a policy in this browser, in a worker that is ended afterwards; nothing of it leaves.
 *
 * @param signal - Ends it: the promise is then rejected with the signal's reason.
 * @throws {Error} With a sentence to show, where nothing can be taken.
 */
export function readPolicy(
  asked: ReadRequest,
  { signal, onprogress }: { signal: AbortSignal; onprogress: (progress: ReadProgress) => void },
): Promise<ReadPolicy> {
  return new Promise((resolve, reject) => {
    const worker = trustedWorker(address);
    const end = (settle: () => void): void => {
      worker.terminate();
      signal.removeEventListener("abort", stop);
      settle();
    };
    const stop = (): void => end(() => reject(signal.reason as Error));
    worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
      if ("progress" in data) onprogress(data.progress);
      else if ("policy" in data) end(() => resolve(data.policy));
      // PDF.js, which runs there too, has words of its own.
      else if ("refused" in data) end(() => reject(new Error(data.refused)));
    });
    worker.addEventListener("error", () =>
      end(() => reject(new Error("The reader could not be started. Reload the page, or paste the text."))),
    );
    signal.addEventListener("abort", stop);
    worker.postMessage(asked);
  });
}
