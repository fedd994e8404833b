import type { UnreadableReason } from "#domain/detector/verdict";
import { policy } from "#domain/policy";
import { trustedWorker } from "#lib/trusted-worker.ts";
import address from "./worker.ts?worker&url";

export type FilledAnswer =
  | { readonly fields: readonly (readonly [name: string, value: string])[] }
  | { readonly refused: UnreadableReason };

/** What is waited for the reader, in milliseconds: longer than it gives itself. */
const within = 20_000;

const why: Readonly<Partial<Record<UnreadableReason, string>>> = {
  "unknown-kind": "This is no PDF.",
  locked: "This PDF is locked with a password.",
  empty: "This PDF has no fields that could be filled in: it may be a scan. Type what it says.",
  "too-large": "This is larger than a form is.",
  "timed-out": "This could not be read in time.",
};
const otherwise = "This PDF is damaged and could not be read.";

/**
 * What was filled into a PDF’s fields, read in this browser; the file goes nowhere.
 *
 * @throws {Error} With a sentence to show.
 */
export function readFilled(file: File): Promise<ReadonlyMap<string, string>> {
  if (file.size > policy.certificateLargest.amount) return Promise.reject(new Error(why["too-large"]));
  return new Promise((resolve, reject) => {
    const worker = trustedWorker(address);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new Error(why["timed-out"]))), within);
    worker.addEventListener("message", ({ data }: MessageEvent<FilledAnswer>) => {
      // PDF.js, which runs there too, has words of its own.
      if ("fields" in data) end(() => resolve(new Map(data.fields)));
      else if ("refused" in data) end(() => reject(new Error(why[data.refused] ?? otherwise)));
    });
    worker.addEventListener("error", () =>
      end(() => reject(new Error("The reader could not be started. Reload the page, or type what it says."))),
    );
    worker.postMessage({ file });
  });
}
