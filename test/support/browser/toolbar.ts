import type { Page } from "playwright";
import type { Chromium } from "./chromium.ts";

/** The toolbar's badge and title over a tab, as the browser holds them. */
export async function toolbarOver(chromium: Chromium, about: Page): Promise<string> {
  const page = await chromium.openExtensionPage("popup.html");
  const told = await page.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const tabId = tab?.id ?? -1;
    return `${await chrome.action.getBadgeText({ tabId })} ${await chrome.action.getTitle({ tabId })}`;
  }, about.url());
  await page.close();
  return told;
}
