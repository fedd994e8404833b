import { type BrowserContext, chromium } from "playwright";
import { pathOf } from "../need.ts";
import { patience } from "../patience.ts";

/** Chromium without the extension, for people at the dashboard: each gets a window with its own sign-in. */
export interface PlainBrowser {
  window(options?: {
    readonly width?: number;
    readonly height?: number;
    readonly dark?: boolean;
  }): Promise<BrowserContext>;
  close(): Promise<void>;
}

export async function launchPlainBrowser(): Promise<PlainBrowser> {
  const browser = await chromium.launch({
    executablePath: pathOf("chromium"),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  return {
    async window({ width = 1280, height = 900, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        locale: "en-GB",
        timezoneId: "Europe/London",
      });
      context.setDefaultTimeout(patience);
      return context;
    },
    close: () => browser.close(),
  };
}
