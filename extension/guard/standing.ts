import type { MailAdapter } from "#domain/sites/adapter";
import type { GuardPolicy, HelloAnswer, Unwatched } from "../answers.ts";
import { sendEarly } from "../send.ts";
import { cameLate } from "./late.ts";
import { readable } from "./message/readable.ts";
import { isOrphaned } from "./orphaned.ts";

/**
 * How the guard stands in this frame.
 *
 * - `asking`: the background has not answered yet; everything is held meanwhile.
 * - `on`: the policy covers this page.
 * - `late`: the policy covers this page, and the guard came after the page's own scripts: files are held until a reload,
 *   and what is sent is checked as far as it is heard of.
 * - `unpaired`: the clinic named this page, and this browser is not paired: files are held.
 * - `resting`: no clinic named this page: nothing is held.
 * - `alone`: the background does not answer; what is held can't be checked and stays held.
 */
export type Mode = "asking" | "on" | "late" | "unpaired" | "resting" | "alone";

export class Standing {
  mode: Mode = "asking";
  policy: GuardPolicy | undefined;
  adapter: MailAdapter | undefined;
  /** Why nothing is watched here, while `unpaired`. */
  why: Unwatched["why"] = "not-paired";
  #starts = true;
  #asked = 0;
  readonly #late = cameLate();
  #ready: Promise<void> = Promise.resolve();
  readonly #changed: () => void;

  /** @param changed - Called after each answer. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Asks the background, now and whenever the policy has changed. */
  ask(): Promise<void> {
    this.#ready = this.#ask();
    return this.#ready;
  }

  /** Resolves when it is known how the guard stands. A background that did not answer before is asked again. */
  get ready(): Promise<void> {
    return this.mode === "alone" && !isOrphaned() ? this.ask() : this.#ready;
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    // A page that is drawn ahead may never be seen: nobody is told of it before it is.
    if ((document as { prerendering?: boolean }).prerendering)
      await new Promise((shown) => document.addEventListener("prerenderingchange", shown, { once: true }));
    const frame = window === window.top ? "top" : "child";
    const hello = await sendEarly("hello", { adapter: "mail", frame, starts: this.#starts }).catch(
      () => undefined,
    );
    // Asked anew meanwhile: what comes later is what holds.
    if (asked !== this.#asked) return this.#ready;
    // Without an answer the background is gone for good, or never came.
    if (hello) this.#take(hello);
    else this.mode = "alone";
    this.#changed();
  }

  #take(hello: HelloAnswer): void {
    this.#starts = false;
    this.policy = hello.paired ? hello.policy : undefined;
    const watches = hello.paired || hello.unwatched !== null;
    this.adapter = watches && hello.adapter?.kind === "webmail" ? readable(hello.adapter) : undefined;
    if (!hello.paired && hello.unwatched) this.why = hello.unwatched.why;
    if (!this.adapter) this.mode = "resting";
    else if (!hello.paired) this.mode = "unpaired";
    else this.mode = this.#late ? "late" : "on";
  }

  /** Whether files are held here. */
  get takesFiles(): boolean {
    return this.mode !== "resting";
  }

  /** Whether what is sent is looked at. Without a clinic's rules there is nothing to judge it by. */
  get takesSends(): boolean {
    return this.mode !== "resting" && this.mode !== "unpaired";
  }
}
