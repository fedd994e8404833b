import type { Context, Reading, Verdict } from "#domain/detector/verdict";

/**
 * What the worker is asked. One message with an id asks for one verdict; another stops it; a third gives it the clinic's own
 * patients to ask, null for none.
 */
export type Request =
  | {
      readonly id: number;
      readonly what: Blob | string;
      readonly context: Context;
      /** Time that reading may take. */
      readonly milliseconds: number;
    }
  | { readonly stop: number }
  | { readonly list: Uint8Array | null };

/** What the worker answers: how far it is, any number of times, and the verdict, once. */
export type Answer =
  | { readonly id: number; readonly progress: Reading["read"] }
  | { readonly id: number; readonly verdict: Verdict };

/** Documents that may wait at a worker; the guard sends fewer at once (guard/settle/check.ts). */
export const waitingAtMost = 64;

/** A verdict on something that was not read at all. */
export const unread = (unreadable: "timed-out" | "too-large" | "damaged", version: string): Verdict => ({
  version,
  strength: "unreadable",
  score: 0,
  findings: [],
  format: "unknown",
  read: { unit: "part", done: 0, of: 1 },
  unreadable,
  patients: 0,
});
