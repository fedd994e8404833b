import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RollOut } from "../../../domain/rollout/asked.ts";
import { policyFiles } from "../../../domain/rollout/files.ts";
import { firefoxId } from "../../../domain/rollout/own-files.ts";
import { openOn } from "../../support/browser/firefox-extension-page.ts";
import { handingOut, managedBrowser, mayManage } from "../../support/browser/managed.ts";
import { describeWith } from "../../support/need.ts";
import { until } from "../../support/server/loopback.ts";

/** The random host of the extension's pages, fixed so that a test can open them. */
const host = "7d0a7c5e-3a2b-4a52-9d0e-6f2b0c9a4e11";
const managed = mayManage() ? describeWith(["firefox", "extension for Firefox"]) : describeWith(["mounts"]);

interface Own {
  readonly storage: { readonly managed: { get(): Promise<unknown> } };
  readonly permissions: { getAll(): Promise<{ origins: string[] }> };
  readonly extension: { isAllowedIncognitoAccess(): Promise<boolean> };
}

managed("Firefox ESR under the policy that the dashboard makes", () => {
  let own: Awaited<ReturnType<typeof handingOut>>;
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    own = await handingOut();
    own.pack(["mail.harbour.example"]);
    const asked: RollOut = {
      serverUrl: own.url,
      mailHosts: ["mail.harbour.example"],
      firefox: { by: "server" },
    };
    const text = policyFiles(asked).find(({ system }) => system === "linux")?.text ?? "";
    // With this line Firefox lets no test drive it either.
    const drivable = text.replace('"DisableDeveloperTools": true', '"DisableDeveloperTools": false');
    expect(drivable).not.toBe(text);
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: managedBrowser("firefox", own.folder, drivable),
      headless: true,
      timeout: 60_000,
      args: ["-remote-allow-system-access"],
      extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [firefoxId]: host }) },
    });
    tab = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await own?.stop();
  });

  test("the extension is there, has read what the policy tells it, and has its hosts", async () => {
    const page = await until("the extension", () =>
      openOn(tab, `moz-extension://${host}/popup.html`).catch(() => undefined),
    );
    const told = await page.evaluate(async () => {
      const { browser: it } = globalThis as unknown as { browser: Own };
      return {
        managed: await it.storage.managed.get(),
        hosts: (await it.permissions.getAll()).origins,
        inPrivate: await it.extension.isAllowedIncognitoAccess(),
      };
    });
    expect(told).toEqual({
      managed: { serverUrl: own.url, mailHosts: ["mail.harbour.example"] },
      hosts: expect.arrayContaining(["https://mail.harbour.example/*", "http://127.0.0.1/*"]),
      inPrivate: false,
    });
  });

  test.each(["about:privatebrowsing", "about:config", "about:profiles"])("%s is shut", async (address) => {
    const page = await browser.newPage();
    await expect(page.goto(address)).rejects.toThrow("NS_ERROR_BLOCKED_BY_POLICY");
    await page.close();
  });
});
