import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { type RecordBar, recordBar } from "../dialog/record-bar.ts";
import { stage } from "../guard/notice/stage.ts";
import { send } from "../send.ts";

/** Milliseconds. */
const afterView = 1_000;

/**
 * What the patient decided, on the open record: asked once the record was seen, and again while it is on the screen, so
 * that what is withdrawn is gone within a minute. Nothing on the page waits for it.
 */
export class Banner {
  #bar: RecordBar | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what is on the screen: an answer for a record before is none. */
  #turn = 0;

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.left(), { once: true });
  }

  /** The frame shows another record, or none. */
  left(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#bar?.close();
    this.#bar = undefined;
  }

  /** A record is on the screen. */
  seen(): void {
    this.left();
    const turn = this.#turn;
    // The view itself is kept first: by it the background knows which record this is.
    this.#timer = setTimeout(() => void this.#ask(turn), afterView);
  }

  async #ask(turn: number): Promise<void> {
    if (document.visibilityState === "visible") {
      const { lines } = await send("banner-here", {}).catch(() => ({ lines: [] }));
      if (turn !== this.#turn) return;
      if (lines.length > 0 && this.#bar === undefined) this.#bar = recordBar(stage());
      this.#bar?.set(lines);
    }
    if (turn !== this.#turn) return;
    this.#timer = setTimeout(() => void this.#ask(turn), milliseconds(pagePolicy.bannerAskedEvery));
  }
}
