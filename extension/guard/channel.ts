import type { Gesture } from "#domain/ledger/mail-lists";

/**
 * How the two worlds of one frame talk. Both start before any script of the page, so the page sees no handshake:
 * the page-world hook hands over a message port and a nonce that is new with every load. Files travel by the port;
 * what must be settled within one event travels as a synchronous event whose name is the nonce.
 */

/**
 * The guard's call, the hook's answer to it or to its own start, and the question of a second hook whether there is one
 * already: the manifest and the clinic's policy may both name a host.
 */
export const calls = { guard: "chaperone-guard", hook: "chaperone-hook", there: "chaperone-there" } as const;

/** Said to the frame around this one: somebody pressed something here that may send what is written out there. */
export const pressedWithin = "chaperone-pressed";

/** Said to the page around a frame as that begins: what was pressed before may be sent by it. */
export const frameBegan = "chaperone-frame";

/** From the page-world hook to the guard. */
export type FromHook =
  /** Files are held; `let-in` says which may go on, `end` that nothing more comes. */
  | { readonly kind: "held"; readonly id: number; readonly how: Gesture; readonly files: readonly File[] }
  /** `form.submit()` waits; answered by `submit`. */
  | { readonly kind: "submitting"; readonly id: number }
  /** A request waits that may carry what somebody wrote; answered by `submit`. */
  | { readonly kind: "leaving"; readonly id: number; readonly url: string; readonly body: string }
  /** Something went out of the page, or to a worker of it, that could not be looked at; of so many bytes. */
  | { readonly kind: "unread"; readonly bytes?: number };

/** From the guard to the page-world hook. */
export type ToHook =
  | { readonly kind: "let-in"; readonly id: number; readonly files: readonly number[] }
  | { readonly kind: "end"; readonly id: number }
  | { readonly kind: "submit"; readonly id: number; readonly go: boolean }
  /** The guard rests on this page (no policy covers it) or wakes again. */
  | { readonly kind: "rest"; readonly on: boolean }
  /** Plays a drop or paste again on the element marked with this id. */
  | { readonly kind: "replay"; readonly id: number; readonly gesture: ReplayedGesture }
  /** Tells the page that a held drag has ended without a drop. */
  | { readonly kind: "leave"; readonly id: number };

export interface ReplayedGesture {
  readonly type: "drop" | "paste";
  readonly files: readonly File[];
  /** Of each file its path within the drop: a page that walks folders finds it there again. */
  readonly paths: readonly string[];
  /** Paths of folders that hold nothing. */
  readonly empty: readonly string[];
  /** Text that came with the files, by type. */
  readonly strings: readonly (readonly [type: string, text: string])[];
  readonly x: number;
  readonly y: number;
  /** Modifier keys of the gesture as it came. */
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/**
 * Words of the synchronous event. `mark:` carries an element across by id; `begin` and `end` enclose a replay of
 * either side, so that the other lets it pass; `alive`, `submit`, `carries` (may a request carry
 * something that was written and not looked at?) and `carries:` (does this text?) are asked by the hook and answered by
 * cancelling the event; `handed:` tells of a text that the page read from the clipboard by itself.
 */
export type Word =
  | "begin"
  | "end"
  | "alive"
  | "submit"
  | "carries"
  | `carries:${string}`
  | `handed:${string}`
  | `mark:${number}`;

// Taken before any script of the page can put its own in their place.
const { CustomEvent: Said } = globalThis;
const { dispatchEvent } = EventTarget.prototype;
const { apply } = Reflect;

/** @returns Whether the other side answered, which it does by cancelling. */
export function say(on: EventTarget, nonce: string, word: Word): boolean {
  return !apply(dispatchEvent, on, [new Said(nonce, { detail: word, cancelable: true, composed: true })]);
}

/** The word of a synchronous event; detail is a plain text so that it crosses worlds in both browsers. */
export const wordOf = (event: Event): Word => (event as CustomEvent<Word>).detail;

/** Sixteen random bytes in hex; `crypto.randomUUID` is missing where a page comes without https. */
export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
