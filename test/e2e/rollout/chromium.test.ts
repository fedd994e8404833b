import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RollOut } from "../../../domain/rollout/asked.ts";
import { policyFiles } from "../../../domain/rollout/files.ts";
import { chromiumLines } from "../../../domain/rollout/lines.ts";
import { handingOut, managedBrowser, mayManage } from "../../support/browser/managed.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { startMailPages } from "../../support/mail/guard-clinic.ts";
import { guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { patience } from "../../support/patience.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

interface Extension {
  readonly id: string;
  readonly version: string;
  readonly state: string;
  readonly mustRemainInstalled: boolean;
  readonly userMayModify: boolean;
}
interface Own {
  getExtensionsInfo(options: object, told: (all: Extension[]) => void): void;
  getProfileConfiguration(told: (one: Record<string, unknown>) => void): void;
  autoUpdate(done: () => void): void;
}
declare const chrome: { developerPrivate: Own };

const managed = mayManage() ? describeWith(["chromium", "extension"]) : describeWith(["mounts"]);

managed("Chromium under the policy that the dashboard makes", () => {
  let own: Awaited<ReturnType<typeof handingOut>>;
  let pages: Awaited<ReturnType<typeof startMailPages>>;
  let letters: Letters;
  let context: BrowserContext;
  let extensions: Page;
  let id = "";

  beforeAll(async () => {
    [own, pages, letters] = await Promise.all([handingOut(), startMailPages(), makeLetters(ellery)]);
    own.pack([pages.host]);
    id = (await own.about()).chromium.id;
    const asked: RollOut = { serverUrl: own.url, mailHosts: [pages.host], chrome: { by: "server", id } };
    const file = policyFiles(asked).find(({ system }) => system === "linux");
    context = await chromium.launchPersistentContext(join(own.folder, "profile"), {
      executablePath: managedBrowser("chromium", own.folder, file?.text ?? ""),
      headless: true,
      ignoreDefaultArgs: ["--disable-extensions", "--disable-background-networking"],
      args: ["--no-sandbox", "--disable-gpu"],
    });
    context.setDefaultTimeout(patience);
    extensions = await context.newPage();
    await extensions.goto("chrome://extensions");
  });
  afterAll(async () => {
    await context?.close();
    await Promise.all([own?.stop(), pages?.stop(), letters?.remove()]);
  });

  /** What the browser's own page of extensions knows of ours. */
  const shown = () =>
    extensions.evaluate(
      (wanted) =>
        new Promise<Extension | undefined>((resolve) => {
          const told = (all: Extension[]) => resolve(all.find((one) => one.id === wanted));
          chrome.developerPrivate.getExtensionsInfo({}, told);
        }),
      id,
    );

  test("the extension is there, runs, and nobody can turn it off", async () => {
    await expect.poll(shown).toMatchObject({
      state: "ENABLED",
      mustRemainInstalled: true,
      userMayModify: false,
      version: "0.1.0",
    });
  });

  test("it has read what the policy tells it: files are held on the clinic’s webmail before anybody paired", async () => {
    const on = guardPage(await context.newPage());
    const guarded = async () => {
      await on.page.goto(`${pages.url}/ways.html`);
      await on.page.setInputFiles("#chosen", letters.pdf);
      return (await on.got()).files.length === 0;
    };
    // The policy reaches an extension seconds after its first start, and on a busy machine not while a page loads: time to breathe.
    await until("the page to be guarded", guarded, 60_000, 3_000);
    await on.dialog.noticed("this browser is not paired");
    expect(await on.got()).toEqual(on.nothing);
  });

  test("each side door is shut, and the browser takes every line of the file", async () => {
    const config = await extensions.evaluate(
      () =>
        new Promise<Record<string, unknown>>((resolve) =>
          chrome.developerPrivate.getProfileConfiguration(resolve),
        ),
    );
    expect(config).toMatchObject({
      isIncognitoAvailable: false,
      inDeveloperMode: false,
      isDeveloperModeControlledByPolicy: true,
    });
    const page = await context.newPage();
    await page.goto("chrome://policy");
    const rows = await page.evaluate(() => {
      const below = (root: ParentNode): string[] =>
        [...root.querySelectorAll("*")].flatMap(({ shadowRoot, localName }) => {
          if (!shadowRoot) return [];
          if (localName !== "policy-row") return below(shadowRoot);
          return [(shadowRoot.textContent ?? "").replace(/\s+/g, " ")];
        });
      return below(document);
    });
    for (const { name } of [...chromiumLines, { name: "ExtensionSettings" }]) {
      const row = rows.find((text) => text.includes(name));
      expect(row, name).toMatch(/ Mandatory OK /);
    }
  });

  test("no page of it opens in developer tools", async () => {
    const page = await context.newPage();
    await expect(page.goto(`chrome-extension://${id}/popup.html`)).rejects.toThrow();
  });

  test("a later version is fetched from the clinic’s server", async () => {
    own.pack([pages.host, "other.harbour.example"]);
    expect((await own.about()).version).toBe("0.1.0.1");
    await until("the update", async () => {
      await extensions.evaluate(
        () => new Promise<void>((resolve) => chrome.developerPrivate.autoUpdate(resolve)),
      );
      return (await shown())?.version === "0.1.0.1";
    });
  });
});
