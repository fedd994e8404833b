import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "../patience.ts";
import { until } from "../server/loopback.ts";
import { type DialogSeen, findControl, findTextField, seeDialog, seeNotice } from "./closed-root.ts";

/** People are typing when a dialog opens: so many milliseconds it ignores Enter, Space and Esc (mock/extension NOTES). */
const deafToKeys = 450;

/** A thing of a page that a driver holds: a CDP object id, a BiDi shared id. */
export type Handle = string;

/** What a driver must be able to do so that a test can act in the extension's closed shadow root as a person. */
export interface ClosedRoots {
  /** Every closed shadow root of the page, frames of the same process too. */
  roots(): Promise<readonly Handle[]>;
  /** Calls a function that stands alone with a held thing as its first argument; gives its value. */
  call<T, A>(handle: Handle, look: (held: never, argument: A) => T, argument: A): Promise<T>;
  /** As `call`, but holds the element that the function gives. */
  hold<A>(
    handle: Handle,
    find: (held: never, argument: A) => Element | null,
    argument: A,
  ): Promise<Handle | null>;
  /** Brings a held element into view and presses the mouse on its middle. */
  press(element: Handle): Promise<void>;
  /** Writes to where the focus is. */
  write(text: string): Promise<void>;
}

/** The guard's dialog as a person meets it: read by its words, answered by pointer and keyboard. */
export function guardDialog(page: ClosedRoots) {
  async function first<T, A>(
    look: (root: ShadowRoot, argument: A) => T | null,
    argument: A,
  ): Promise<T | null> {
    for (const root of await page.roots()) {
      const got = await page.call(root, look, argument).catch(() => null);
      if (got !== null && got !== undefined) return got;
    }
    return null;
  }
  async function find<A>(what: string, look: (root: ShadowRoot, argument: A) => Element | null, argument: A) {
    return await until(what, async () => {
      for (const root of await page.roots()) {
        const held = await page.hold(root, look, argument).catch(() => null);
        if (held) return held;
      }
      return null;
    });
  }
  const seen = () => first<DialogSeen, null>(seeDialog, null);
  let hearsKeysAt = 0;
  return {
    /** What the open dialog shows, null while none is open. */
    seen,
    notice: () => first<string, null>(seeNotice, null),
    /** Waits for a dialog whose title or text holds `words`. */
    async opened(words = "", within = patience): Promise<DialogSeen> {
      const found = await until(
        `a dialog with "${words}"`,
        async () => {
          const now = await seen();
          return now && `${now.title} ${now.text}`.includes(words) ? now : null;
        },
        within,
      );
      hearsKeysAt = Date.now() + deafToKeys;
      return found;
    },
    closed: (): Promise<boolean> => until("the dialog's end", async () => (await seen()) === null, patience),
    noticed: (words: string, within = patience): Promise<string> =>
      until(
        `a notice with "${words}"`,
        async () => {
          const now = await first<string, null>(seeNotice, null);
          return now?.includes(words) ? now : null;
        },
        within,
      ),
    /** Presses the button, link, radio or row of this name. */
    async press(name: string): Promise<void> {
      await page.press(await find(`"${name}" to press`, findControl, name));
    },
    /** Writes into the dialog's field for a sentence, once the dialog hears the space bar. */
    async write(text: string): Promise<void> {
      await page.press(await find("a field to write in", findTextField, null));
      await sleep(Math.max(0, hearsKeysAt - Date.now()));
      await page.write(text);
    },
  };
}
export type GuardDialog = ReturnType<typeof guardDialog>;
