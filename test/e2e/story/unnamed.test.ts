import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { closedShadow } from "../../support/browser/closed-shadow.ts";
import { dropFiles, pasteFile } from "../../support/browser/gestures.ts";
import { type PlainPages, startPlainPages } from "../../support/clinical/plain-pages.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";

describeWith(["chromium", "extension"])("products that no adapter describes", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let letters: Letters;
  let detached: PlainPages;
  let rooted: PlainPages;
  let records: PlainPages;

  beforeAll(async () => {
    const [started, one, two, three, made, browser] = await Promise.all([
      startClinic().then(things.open),
      startPlainPages("detached-input.html").then(things.open),
      startPlainPages("root-drop.html").then(things.open),
      startPlainPages("records.html").then(things.open),
      makeLetters(ellery).then(things.open),
      launchChromium().then(things.open),
    ]);
    [detached, rooted, records, letters, chromium] = [one, two, three, made, browser];
    clinic = started.clinic;
    await clinic.nameSites([
      { host: detached.host, adapter: "unknown-mail" },
      { host: rooted.host, adapter: "unknown-mail" },
      { host: records.host, adapter: "unknown-records" },
    ]);
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    await pairChromium(chromium, clinic, wanted);
  });

  async function openPage(pages: PlainPages, path = "/"): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.goto(pages.url + path);
    return page;
  }

  async function choose(page: Page, button: string, path: string): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(button)]);
    await chooser.setFiles(path);
  }

  /** Holds the letter, takes it out, and the page has uploaded nothing; a harmless file still goes up. */
  async function holdsAndRemoves(
    page: Page,
    pages: PlainPages,
    gesture: (path: string) => Promise<void>,
  ): Promise<void> {
    const before = pages.uploads.length;
    const dialog = closedShadow(page);
    await gesture(letters.pdf);
    const seen = await dialog.opened("not been");
    expect(seen.text).toContain("NHS number ending 5919");
    await dialog.press("Remove it");
    await dialog.closed();
    expect(pages.uploads).toHaveLength(before);
    await gesture(letters.rota);
    await until("the rota to go up", () => pages.uploads.length === before + 1);
    const [last] = pages.uploads.slice(-1);
    expect(last?.bytes.equals(readFileSync(letters.rota))).toBe(true);
  }

  it("holds what a detached input chose", async () => {
    const page = await openPage(detached);
    await holdsAndRemoves(page, detached, (path) => choose(page, "#composeUploadButton", path));
  });

  it("holds what was dropped where the document listens", async () => {
    const page = await openPage(detached);
    await holdsAndRemoves(page, detached, (path) =>
      dropFiles(page, page.locator(".b-attachment-place"), [path]),
    );
  });

  it("holds what a hidden input chose", async () => {
    const page = await openPage(rooted);
    await holdsAndRemoves(page, rooted, (path) => choose(page, "#attach", path));
  });

  it("holds what was dropped on the composer's root", async () => {
    const page = await openPage(rooted);
    await holdsAndRemoves(page, rooted, (path) => dropFiles(page, page.locator(".message-body"), [path]));
  });

  it("holds what was pasted anywhere in the composer", async () => {
    const page = await openPage(rooted);
    const body = page.locator("[contenteditable]");
    await holdsAndRemoves(page, rooted, (path) =>
      pasteFile(body, "letter.pdf", "application/pdf", readFileSync(path)),
    );
  });

  it("sends anyway with a reason, and the page gets the whole file", async () => {
    const page = await openPage(detached);
    const before = detached.uploads.length;
    const dialog = closedShadow(page);
    await choose(page, "#composeUploadButton", letters.pdf);
    await dialog.opened("not been attached");
    await dialog.press("Send anyway because");
    await dialog.press("Another reason");
    await dialog.write("The surgery waits for it.");
    await dialog.press("Attach it with this reason");
    await until("the letter to go up", () => detached.uploads.length === before + 1);
    expect(detached.uploads[before]?.bytes.equals(readFileSync(letters.pdf))).toBe(true);
  });

  it("records views in a clinical system that no adapter describes, its ids keyed", async () => {
    const page = await openPage(records, "/patients/1805465202989210063");
    await page.bringToFront();
    await storedEvents(clinic, "record.view", 1);
    await page.click("text=Second");
    const views = await storedEvents(clinic, "record.view", 2);
    const refs = views.map(({ recordRef }) => recordRef);
    expect(new Set(refs).size).toBe(2);
    for (const ref of refs) expect(ref).toMatch(/^k1:[0-9a-f]{64}$/);
  });
});
