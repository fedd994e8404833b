import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright";
import { pathOf } from "../need.ts";
import { patience } from "../patience.ts";
import { builtExtension } from "./built-extension.ts";
import { copyExtension } from "./extension-copy.ts";

/** Headless Chromium with the built extension, and its profile. */
export interface Chromium {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Folder of the profile; give it to the next launch for a restart of the same browser. */
  readonly profile: string;
  /** The extension's service worker; the same thing holds the next one after an end. Asleep it does not answer. */
  worker(): Promise<Worker>;
  /** Ends the service worker as the browser does when it is idle. */
  stopWorker(): Promise<void>;
  /** A page of the extension in a tab of its own, `popup.html` for one. */
  openExtensionPage(path: string): Promise<Page>;
  popup(): Promise<Page>;
  /** Closes the browser. The profile stays when `keep` is set or when it was given. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

export interface ChromiumOptions {
  /** Folder of the built extension. */
  readonly extension?: string;
  /** Match patterns of the test's own hosts; all of 127.0.0.1 unless told. */
  readonly hosts?: readonly string[];
  readonly profile?: string;
  /** Keeps pages in memory to go back to, as everybody's browser does; Playwright's own waiting does not know that. */
  readonly keepsPages?: boolean;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium. An unpacked extension's id, and with it its storage, hangs on the path of its folder: the
 * copy lies beside the profile, so that a restart finds the same extension.
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "chaperone-chromium-"));
  const built = options.extension ?? builtExtension("chrome");
  const extension = join(profile, "extension");
  copyExtension(built, extension, options.hosts ?? ["http://127.0.0.1/*"]);
  const context = await chromium.launchPersistentContext(join(profile, "profile"), {
    executablePath: pathOf("chromium"),
    headless: true,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    colorScheme: "light",
    ...(options.keepsPages ? { ignoreDefaultArgs: ["--disable-back-forward-cache"] } : {}),
    args: [...flags, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  context.setDefaultTimeout(patience);
  const isOurs = (worker: Worker) => worker.url().startsWith("chrome-extension://");
  const worker =
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent("serviceworker", { predicate: isOurs, timeout: patience }));
  const extensionId = new URL(worker.url()).host;
  const openExtensionPage = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  return {
    context,
    extensionId,
    profile,
    openExtensionPage,
    worker: async () => worker,
    popup: () => openExtensionPage("popup.html"),
    async stopWorker() {
      const page = await openExtensionPage("manifest.json");
      const cdp = await context.newCDPSession(page);
      await cdp.send("ServiceWorker.enable");
      await cdp.send("ServiceWorker.stopAllWorkers");
      await page.close();
    },
    async close({ keep = false } = {}) {
      await context.close();
      if (!keep && options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}
