import type { Page } from "playwright";
import type { Chromium } from "./chromium.ts";

/** The popup, in a tab of its own, about another tab: as the toolbar opens it over that tab. */
export async function openPopupAbout(chromium: Chromium, about: Page): Promise<Page> {
  const probe = await chromium.openExtensionPage("popup.html");
  const tab = await probe.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((one) => one.url === url)?.id;
  }, about.url());
  await probe.close();
  if (tab === undefined) throw new Error(`no tab shows ${about.url()} to the extension`);
  const popup = await chromium.openExtensionPage(`popup.html#tab=${tab}`);
  await popup.getByRole("main").waitFor();
  return popup;
}
