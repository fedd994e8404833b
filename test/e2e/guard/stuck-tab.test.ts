import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Dialog } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";

/** A page of the web mail that goes on coming, as long as its tab is open. */
async function startEndless() {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write("<!doctype html><title>Inbox</title><p>Loading your messages …");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const notReloaded = "this page was open before Chaperone could watch it";

describeWith(["chromium", "extension"])("a tab that doesn't answer keeps no other unwatched", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let letters: Letters;
  let pages: Awaited<ReturnType<typeof startMailPages>>;
  let later: typeof pages;
  let early: GuardPage;
  let asks: GuardPage;
  let message: Dialog;
  let sites: { host: string; adapter: string }[];

  beforeAll(async () => {
    const endless = things.open(await startEndless());
    [pages, later] = [things.open(await startMailPages()), things.open(await startMailPages())];
    ({ clinic } = things.open(await startClinic()));
    chromium = things.open(await launchChromium());
    letters = await makeLetters(ellery);
    things.later(letters.remove);
    sites = [pages.host, endless.host].map((host) => ({ host, adapter: "unknown-mail" }));
    await clinic.nameSites(sites);
    early = await opened(pages.url);
    asks = await opened(pages.url);
    asks.page.on("dialog", () => undefined);
    const shown = asks.page.waitForEvent("dialog");
    void asks.page.evaluate(() => alert("Your session ends in five minutes.")).catch(() => undefined);
    message = await shown;
    const waits = await chromium.context.newPage();
    await waits.goto(`http://${endless.host}/`, { waitUntil: "commit" });
  });

  async function opened(url: string): Promise<GuardPage> {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    return on;
  }
  const heldOn = async (on: GuardPage): Promise<boolean> => {
    await on.forget();
    await on.page.setInputFiles("#chosen", letters.pdf);
    return (await on.got()).files.length === 0;
  };

  test("one shows a message of its page, one goes on loading: a third is watched once this browser is paired", async () => {
    await pairChromium(chromium, clinic, {
      holder: "person",
      device: "clinic",
      user: clinic.lead.id,
      name: "Office",
    });
    await early.dialog.noticed(notReloaded);
    expect(await heldOn(early)).toBe(true);
  });

  test("a site that is named afterwards is watched too", async () => {
    await clinic.nameSites([...sites, { host: later.host, adapter: "unknown-mail" }]);
    const options = await chromium.openExtensionPage("options.html");
    await tellBackground(options, "refresh", {});
    await options.close();
    const on = await opened(later.url);
    await until("the page to be guarded", async () => {
      await on.page.reload();
      return heldOn(on);
    });
  });

  test("the page that showed a message holds files once that is read", async () => {
    await message.accept();
    await asks.dialog.noticed(notReloaded);
    expect(await heldOn(asks)).toBe(true);
  });
});
