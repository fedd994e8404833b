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
    /** Whether pages run scripts. */
    readonly script?: boolean;
  }): Promise<BrowserContext>;
  close(): Promise<void>;
}

/**
 * Debian's Chromium without windows: the same version of the same engine. A new window with a page in it takes it 0.7 s of the
 * processor's time, the whole browser 1.8 s. Where it is missing, or another Chromium is named, the whole browser takes its place.
 */
const windowless = "/usr/bin/chromium-headless-shell";

/**
 * Starts Chromium.
 *
 * @param options.whole - The browser that people have, where more than pages is looked at: code that could not be fetched
 *   is told there otherwise (seen in the first screen's tests).
 */
export async function launchPlainBrowser({ whole = false } = {}): Promise<PlainBrowser> {
  const program = whole || process.env.CHROMIUM || !existsSync(windowless) ? pathOf("chromium") : windowless;
  const browser = await chromium.launch({
    executablePath: program,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  return {
    async window({ width = 1280, height = 900, dark = false, script = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        javaScriptEnabled: script,
        locale: "en-GB",
        timezoneId: "Europe/London",
      });
      context.setDefaultTimeout(patience);
      return context;
    },
    close: () => browser.close(),
  };
}
