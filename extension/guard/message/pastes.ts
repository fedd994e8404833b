import { textMark } from "../../records/text-mark.ts";
import { send } from "../../send.ts";
import type { Origin } from "../settle/check.ts";

/** What was pasted as text into each message: that it was, and where it came from if this browser knows. */
export class Pastes {
  readonly #into = new WeakMap<Element, Promise<Origin | null>>();

  /** Follows a paste of text into the message at this part of the page. */
  saw(root: Element, text: string): void {
    const before = this.#into.get(root) ?? Promise.resolve(null);
    this.#into.set(
      root,
      Promise.all([before, originOf(text)]).then(([first, now]) => now ?? first),
    );
  }

  /** Whether text was pasted into this message. */
  has(root: Element): boolean {
    return this.#into.has(root);
  }

  /** Where the last text that came from the clinical system was copied; null if none did. */
  async origin(root: Element): Promise<Origin | null> {
    return (await this.#into.get(root)) ?? null;
  }
}

async function originOf(text: string): Promise<Origin | null> {
  try {
    return await send("provenance", { text: await textMark(text) });
  } catch {
    // No background, or no crypto without https: it is judged by its words alone.
    return null;
  }
}
