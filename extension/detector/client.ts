import type { Context, Reading, Verdict } from "#domain/detector/verdict";
import { weightsVersion } from "#domain/detector/weights";
import { policy, milliseconds as span } from "#domain/policy";
import { type Answer, type Request, unread } from "./messages.ts";

export interface JudgeOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (read: Reading["read"]) => void;
  /** Milliseconds until a verdict must stand; by default the policy's `verdictBudget`. */
  readonly budget?: number;
}

export interface Detector {
  /**
   * The verdict on a file or a text. It always comes, within the budget: where the worker hangs or dies it is
   * `unreadable`. Only an aborted signal rejects.
   */
  judge(what: Blob | string, context?: Context, options?: JudgeOptions): Promise<Verdict>;
  /** Gives the worker, and each that follows it, a list of the clinic's own patients to ask; null for none. */
  take(list: Uint8Array | null): void;
  dispose(): void;
}

interface Waiting {
  readonly request: Request;
  readonly answer: (verdict: Verdict) => void;
  readonly onProgress: JudgeOptions["onProgress"];
}

/** Part of the budget that reading may take; the rest is for judging what was read. */
const readingShare = 0.8;

/**
 * A detector in a worker, which is started at once so that it is warm when a file comes.
 *
 * @param start Starts a worker of `worker.ts`; called again when one hangs or dies.
 */
export function createDetector(start: () => Worker): Detector {
  /** In the order in which the worker takes them: it is busy with the first. */
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let disposed = false;
  let list: Uint8Array | null = null;
  let worker: Worker | undefined = launch();

  function launch(): Worker {
    const fresh = start();
    fresh.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if ("verdict" in data) waiting.get(data.id)?.answer(data.verdict);
      else waiting.get(data.id)?.onProgress?.(data.progress);
    });
    // It could not be loaded, or something threw outside a document: nothing more comes from it.
    fresh.addEventListener("error", () => {
      if (fresh !== worker) return;
      const [first] = waiting.values();
      first?.answer(unread("damaged", weightsVersion));
      replace();
    });
    if (list) fresh.postMessage({ list } satisfies Request);
    return fresh;
  }

  /** Ends the worker; another takes over what still waits. Without that the next question starts it. */
  function replace(): void {
    worker?.terminate();
    worker = waiting.size > 0 ? launch() : undefined;
    for (const { request } of waiting.values()) worker?.postMessage(request);
  }

  function late(id: number): void {
    const [busyWith] = waiting.keys();
    waiting.get(id)?.answer(unread("timed-out", weightsVersion));
    if (busyWith === id) replace();
    else worker?.postMessage({ stop: id } satisfies Request);
  }

  return {
    judge(what, context = {}, { signal, onProgress, budget = span(policy.verdictBudget) } = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (disposed) return Promise.resolve(unread("timed-out", weightsVersion));
      const id = next++;
      const request: Request = { id, what, context, milliseconds: budget * readingShare };
      return new Promise((resolve, reject) => {
        const limit = setTimeout(() => late(id), budget);
        const end = () => {
          clearTimeout(limit);
          waiting.delete(id);
          signal?.removeEventListener("abort", stop);
        };
        const stop = () => {
          end();
          worker?.postMessage({ stop: id } satisfies Request);
          reject(signal?.reason);
        };
        const answer = (verdict: Verdict) => {
          end();
          resolve(verdict);
        };
        signal?.addEventListener("abort", stop);
        waiting.set(id, { request, answer, onProgress });
        worker ??= launch();
        worker.postMessage(request);
      });
    },
    take(given) {
      list = given;
      worker?.postMessage({ list } satisfies Request);
    },
    dispose() {
      disposed = true;
      worker?.terminate();
      for (const { answer } of [...waiting.values()]) answer(unread("timed-out", weightsVersion));
    },
  };
}
