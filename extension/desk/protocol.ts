import type { Context, Reading, Verdict } from "#domain/detector/verdict";

/**
 * What mail page and desk say to each other over a message port. Files go over as they are (the browser passes a
 * handle), never as runtime messages and never through the mail page's own thread.
 */

/** First and only message by `postMessage`; the port comes with it. The nonce proves to the background whose desk it is. */
export interface Opening {
  readonly chaperone: "desk";
  readonly nonce: string;
}

export type ToDesk =
  | {
      readonly kind: "judge";
      readonly id: number;
      readonly document: File | string;
      readonly context: Context;
      /** Milliseconds in which the verdict must stand. */
      readonly budget: number;
    }
  | { readonly kind: "stop"; readonly id: number };

export type FromDesk =
  /** The detector is up; documents may come. */
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly id: number; readonly read: Reading["read"] }
  | { readonly kind: "verdict"; readonly id: number; readonly verdict: Verdict }
  /** No verdict could be made. */
  | { readonly kind: "failed"; readonly id: number };
