import type { MailAdapter } from "#domain/adapter";
import { mailAdapterFor } from "../adapters/mail.ts";
import type { GuardPolicy } from "../answers.ts";
import { send } from "../send.ts";

/** Milliseconds between tries when the background is only just waking. */
const tries = [0, 200, 1_000] as const;

/**
 * How the guard stands in this frame.
 *
 * - `asking`: the background has not answered yet; everything is held meanwhile.
 * - `on`: the policy covers this page.
 * - `resting`: this browser is not paired, or no policy covers the page: nothing is held.
 * - `alone`: the background does not answer; what is held can't be checked and stays held.
 */
export type Mode = "asking" | "on" | "resting" | "alone";

export class Standing {
  mode: Mode = "asking";
  policy: GuardPolicy | undefined;
  adapter: MailAdapter | undefined;
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

  /** Resolves when it is known how the guard stands. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  async #ask(): Promise<void> {
    const adapter = mailAdapterFor(hostOfFrame())?.id ?? "unknown-mail";
    for (const wait of tries) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        const hello = await send("hello", { adapter, frame: window === window.top ? "top" : "child" });
        this.policy = hello.paired ? hello.policy : undefined;
        this.adapter = hello.paired ? mailAdapterFor(hostOfFrame(), hello.policy.site?.adapter) : undefined;
        this.mode = this.adapter ? "on" : "resting";
        return this.#changed();
      } catch {
        // The background may just be starting; if it is gone for good the last try says so.
      }
    }
    this.mode = "alone";
    this.#changed();
  }
}

/** Host of the frame, or of the page around it where it has none of its own (about:blank, srcdoc, sandbox). */
function hostOfFrame(): string {
  const around = window.location.ancestorOrigins?.[0] ?? document.referrer;
  for (const origin of [window.origin, around]) {
    if (origin && origin !== "null" && URL.canParse(origin)) return new URL(origin).host;
  }
  return "";
}
