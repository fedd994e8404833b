import type { Chromium } from "./browser/chromium.ts";

interface ExtensionsPage {
  readonly chrome: {
    readonly developerPrivate: {
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
      reload(id: string, options: { failQuietly: boolean }): Promise<void>;
    };
  };
}

/** Loads the extension anew beneath open pages, as an update does, and waits until it works again. */
export async function updateBeneath({ context, extensionId, openExtensionPage }: Chromium): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async (id) => {
    const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
    // Without it the browser would switch an unpacked extension off when it reloads.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, extensionId);
  await page.close();
  await (await openExtensionPage("popup.html")).close();
}
