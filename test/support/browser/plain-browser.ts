import { existsSync } from "node:fs";
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

/**
 * Debian's Chromium without windows: the same version of the same engine, which took half the processor's time for the first
 * screen's tests (54 s, not 109). Where it is missing, or another Chromium is named, the whole browser takes its place.
 */
const windowless = "/usr/bin/chromium-headless-shell";

/**
 * Starts Chromium.
 *
 * @param options.quick - Without windows, where only pages are looked at. Code that could not be fetched is not told
 *   there as in the whole browser (seen in the first screen's tests), which is why nobody gets it unasked.
 */
export async function launchPlainBrowser({ quick = false } = {}): Promise<PlainBrowser> {
  const program = quick && !process.env.CHROMIUM && existsSync(windowless) ? windowless : pathOf("chromium");
  const browser = await chromium.launch({
    executablePath: program,
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
