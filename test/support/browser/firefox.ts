import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { fixtureAnswer } from "../fixture.ts";
import { pathOf } from "../need.ts";
import { patience } from "../patience.ts";
import { builtExtension } from "./built-extension.ts";
import { copyExtension } from "./extension-copy.ts";
import { type ExtensionPage, openOn } from "./firefox-extension-page.ts";

/** Headless Firefox ESR with the built extension as a temporary add-on. */
export interface Firefox {
  readonly browser: Browser;
  /** The folder that was loaded. */
  readonly extension: string;
  /** A new tab of a usual desktop size. */
  newPage(): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  openExtensionPage(path: string): Promise<ExtensionPage>;
  popup(): Promise<ExtensionPage>;
  close(): Promise<void>;
}

/** The random host of the extension's pages, fixed so that a test can open them. */
const host = "7d0a7c5e-3a2b-4a52-9d0e-6f2b0c9a4e11";

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

export async function launchFirefox(
  options: { readonly extension?: string; readonly hosts?: readonly string[] } = {},
): Promise<Firefox> {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-firefox-"));
  const extension = join(folder, "extension");
  copyExtension(
    options.extension ?? builtExtension("firefox"),
    extension,
    options.hosts ?? ["http://127.0.0.1/*"],
  );
  const { id } = (JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")) as Manifest)
    .browser_specific_settings.gecko;
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: pathOf("firefox"),
      headless: true,
      timeout: 60_000,
      // Without it Firefox refuses to go to moz-extension: addresses.
      args: ["-remote-allow-system-access"],
      extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [id]: host }) },
    });
    await browser.installExtension(extension);
    const newPage = async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      page.setDefaultTimeout(patience);
      return page;
    };
    const openExtensionPage = async (path: string) =>
      openOn(await newPage(), `moz-extension://${host}/${path}`);
    return {
      browser,
      extension,
      newPage,
      openExtensionPage,
      popup: () => openExtensionPage("popup.html"),
      async close() {
        await browser.close();
        clean();
      },
    };
  } catch (error) {
    clean();
    throw error;
  }
}

/** Serves fixture folders under their real host names on one page; all other requests go their way. */
export async function serveFixtureOn(page: Page, hosts: Readonly<Record<string, string>>): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = new URL(request.url());
    const folder = url.protocol === "https:" ? hosts[url.host] : undefined;
    const done =
      folder === undefined ? request.continue() : request.respond(fixtureAnswer(folder, url.pathname));
    // A request that the page gave up in the meantime can't be answered, and needs no answer.
    done.catch(() => {});
  });
}
