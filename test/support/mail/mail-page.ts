import type { Page } from "playwright";
import type { Page as FirefoxPage } from "puppeteer-core";
import { closedShadow } from "../browser/closed-shadow.ts";
import { closedShadowFirefox } from "../browser/closed-shadow-firefox.ts";
import type { GuardDialog } from "../browser/dialog.ts";

/** What a person does on a mail page, in either browser. */
export interface MailPage {
  readonly dialog: GuardDialog;
  goto(url: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Waits until the element is in the document, visible or not. */
  waitFor(selector: string): Promise<void>;
  /** Text of every element that fits. */
  texts(selector: string): Promise<string[]>;
  value(selector: string): Promise<string>;
  /** Presses a button that opens the file chooser, and picks files there. */
  chooseFiles(button: string, ...paths: readonly string[]): Promise<void>;
}

const trimmed = (elements: Element[]) => elements.map((one) => (one.textContent ?? "").trim());

export function chromiumMail(page: Page): MailPage {
  return {
    dialog: closedShadow(page),
    goto: async (url) => void (await page.goto(url)),
    fill: (selector, text) => page.fill(selector, text),
    click: (selector) => page.click(selector),
    waitFor: async (selector) => void (await page.waitForSelector(selector, { state: "attached" })),
    texts: (selector) => page.$$eval(selector, trimmed),
    value: (selector) => page.inputValue(selector),
    async chooseFiles(button, ...paths) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(button)]);
      await chooser.setFiles([...paths]);
    },
  };
}

export function firefoxMail(page: FirefoxPage): MailPage {
  return {
    dialog: closedShadowFirefox(page),
    goto: async (url) => void (await page.goto(url)),
    async fill(selector, text) {
      await page.locator(selector).fill(text);
    },
    click: (selector) => page.locator(selector).click(),
    waitFor: async (selector) => void (await page.waitForSelector(selector)),
    texts: (selector) => page.$$eval(selector, trimmed),
    value: (selector) => page.$eval(selector, (field) => (field as HTMLInputElement).value),
    async chooseFiles(button, ...paths) {
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.click(button)]);
      await chooser.accept([...paths]);
    },
  };
}
