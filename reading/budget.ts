import type { Reading, UnreadableReason } from "#domain/detector/verdict";
import type { Eyes } from "./pictures/eyes.ts";

type Read = Reading["read"];

/** What a reader may spend, and whom it tells how far it is. */
export interface Allowance {
  /** Time from now until the reader must have answered. */
  readonly milliseconds: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (read: Read) => void;
  /** What pictures are looked at with; without it they are said not to be read. */
  readonly eyes?: Eyes | undefined;
}

/** Why a file, or the rest of it, is not read. Not a bug: the verdict says it to the person. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = "Unreadable";
    this.reason = reason;
  }
}

/** Signs of text that are kept of one file with all its parts: some 2,000 pages, which are judged in two or three seconds. */
const signsAtMost = 6_000_000;
/** Bytes that one file's parts may come to when unpacked, all together (a bomb is refused there). */
const unpackedAtMost = 64 * 1024 * 1024;

/** Time and memory that are left for one file with all its parts. */
export class Budget {
  readonly #ends: number;
  readonly #signal: AbortSignal | undefined;
  readonly #onProgress: Allowance["onProgress"];
  readonly eyes: Eyes | undefined;
  #signs = signsAtMost;
  #unpacked = unpackedAtMost;

  constructor({ milliseconds, signal, onProgress, eyes }: Allowance) {
    this.#ends = performance.now() + milliseconds;
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.eyes = eyes;
  }

  /** Whether time is up, or nobody waits any more. */
  get spent(): boolean {
    return this.#signal?.aborted === true || performance.now() >= this.#ends;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return Math.max(0, this.#ends - performance.now());
  }

  /** @throws {Unreadable} `timed-out` once the time is up. */
  check(): void {
    if (this.spent) throw new Unreadable("timed-out");
  }

  /** Takes unpacked bytes. @throws {Unreadable} `too-large` when more would be held than is allowed. */
  takeBytes(bytes: number): void {
    this.#unpacked -= bytes;
    if (this.#unpacked < 0) throw new Unreadable("too-large");
  }

  /** Signs of text that may still be kept. */
  get signsLeft(): number {
    return Math.max(0, this.#signs);
  }

  /** Takes as much of a text as may still be kept. */
  takeText(text: string): string {
    const kept = text.slice(0, Math.max(0, this.#signs));
    this.#signs -= text.length;
    return kept;
  }

  /** Whether no more text may be kept. */
  get full(): boolean {
    return this.#signs <= 0;
  }

  progress(read: Read): void {
    this.#onProgress?.(read);
  }
}
