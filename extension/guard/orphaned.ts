import { browser } from "wxt/browser";

/** Whether the extension was updated or removed beneath this page: nothing of it answers any more. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}
