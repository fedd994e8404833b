import type { Page } from "playwright";
import { until } from "../server/loopback.ts";
import type { Chromium } from "./chromium.ts";

/** Badge and title over a tab, read on a page of the extension, as the browser holds them. */
const read = (ours: Page, about: Page): Promise<string> =>
  ours.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const tabId = tab?.id ?? -1;
    return `${await chrome.action.getBadgeText({ tabId })} ${await chrome.action.getTitle({ tabId })}`;
  }, about.url());

/** The toolbar's badge and title over a tab. */
export async function toolbarOver(chromium: Chromium, about: Page): Promise<string> {
  const ours = await chromium.openExtensionPage("popup.html");
  const told = await read(ours, about);
  await ours.close();
  return told;
}

/**
 * Waits until the toolbar says some words over a tab. The page that reads it is opened once for all looks: opening one takes a third of a
 * second of the processor.
 */
export async function toolbarSays(chromium: Chromium, about: Page, words: string): Promise<void> {
  const ours = await chromium.openExtensionPage("popup.html");
  let told = "";
  const says = async () => {
    told = await read(ours, about);
    return told.includes(words);
  };
  await until(`the toolbar to say "${words}"`, says).catch((cause: unknown) => {
    throw new Error(`The toolbar says "${told}", not "${words}".`, { cause });
  });
  await ours.close();
}
