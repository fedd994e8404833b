import type { Page } from "playwright";
import type { Page as FirefoxPage } from "puppeteer-core";

/**
 * So many letters at the end of a text are typed key by key. All before them is put in at once, with the events of a text that is put in: a
 * key takes the processor four milliseconds, and no page asks of each letter by which one it came.
 */
const byKeys = 3;

const halves = (text: string) => [text.slice(0, -byKeys), text.slice(-byKeys)] as const;

/** Writes to where the focus is in Chromium. */
export async function writeInChromium(page: Page, text: string): Promise<void> {
  const [most, last] = halves(text);
  await page.keyboard.insertText(most);
  await page.keyboard.type(last);
}

/** Writes to where the focus is in Firefox; by keys alone where the page draws by itself what is typed. */
export async function writeInFirefox(page: FirefoxPage, text: string): Promise<void> {
  const [most, last] = halves(text);
  const isIn = await page.evaluate((words) => {
    let doc: Document | null = document;
    while (doc?.activeElement instanceof (doc?.defaultView ?? window).HTMLIFrameElement)
      doc = doc.activeElement.contentDocument;
    return doc?.execCommand("insertText", false, words) ?? false;
  }, most);
  await page.keyboard.type(isIn ? last : text);
}
