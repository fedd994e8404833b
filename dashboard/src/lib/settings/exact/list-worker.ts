import { trustedWorker } from "#lib/trusted-worker.ts";
import type { How, Looked } from "./prepare.ts";
import { NoList } from "./work.ts";
import address from "./worker.ts?worker&url";

export type ListAsk =
  | { readonly step: "head"; readonly file: Blob }
  | { readonly step: "look" | "make"; readonly file: Blob; readonly how: How };

export type ListAnswer =
  | { readonly share: number }
  | { readonly head: readonly string[] }
  | { readonly looked: Looked; readonly table?: Uint8Array<ArrayBuffer> }
  | { readonly wrong: string };

/** What is waited for one step, in milliseconds: a quarter of a million patients on a slow desk. */
const within = 600_000;

/**
 * Does one step with a file in a worker of this browser; the file goes nowhere. Aborting ends the worker at once, and
 * nothing of it is left.
 *
 * @throws {NoList} With a sentence to show.
 */
function step(
  ask: ListAsk,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Exclude<ListAnswer, { share: number } | { wrong: string }>> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = trustedWorker(address);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      worker.terminate();
      settle();
    };
    const stop = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => reject(new NoList("This took too long."))), within);
    signal.addEventListener("abort", stop);
    worker.addEventListener("message", ({ data }: MessageEvent<ListAnswer>) => {
      if ("share" in data) tell(data.share);
      else if ("wrong" in data) end(() => reject(new NoList(data.wrong)));
      else end(() => resolve(data));
    });
    worker.addEventListener("error", () =>
      end(() => reject(new NoList("The reader could not be started. Reload the page."))),
    );
    worker.postMessage(ask);
  });
}

export async function readHead(file: Blob, signal: AbortSignal): Promise<readonly string[]> {
  const answer = await step({ step: "head", file }, signal, () => undefined);
  return "head" in answer ? answer.head : [];
}

export async function lookThrough(
  file: Blob,
  how: How,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Looked> {
  const answer = await step({ step: "look", file, how }, signal, tell);
  if (!("looked" in answer)) throw new NoList("This file can’t be read.");
  return answer.looked;
}

export async function makeTable(
  file: Blob,
  how: How,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<{ readonly looked: Looked; readonly table: Uint8Array<ArrayBuffer> }> {
  const answer = await step({ step: "make", file, how }, signal, tell);
  if (!("table" in answer) || !answer.table) throw new NoList("This file can’t be read.");
  return { looked: answer.looked, table: answer.table };
}
