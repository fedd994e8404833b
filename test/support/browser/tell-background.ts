import type { Page } from "playwright";

interface ExtensionGlobals {
  readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };
}

/** Sends the background a message from one of the extension's own pages, as their buttons do. */
export function tellBackground(page: Page, name: string, data: object): Promise<unknown> {
  return page.evaluate(
    (message) => (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage(message),
    { name, data },
  );
}
