import { beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { closedShadow } from "../../support/browser/closed-shadow.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { toolbarOver, toolbarSays } from "../../support/browser/toolbar.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { updateBeneath } from "../../support/update.ts";

const notReloaded = "Not watched: this page was open before Chaperone could watch it.";
const notPaired = "Not watched: this browser is not paired with the clinic. Ask the manager.";

describeWith(["chromium", "extension"])("a page that the clinic named is never silently unwatched", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let letters: Letters;
  let first: string;
  let second: { url: string; host: string };
  let early: GuardPage;
  let site: { host: string; adapter: string };

  beforeAll(async () => {
    const [started, pages, others, browser] = await Promise.all([
      startClinic().then(things.open),
      startMailPages().then(things.open),
      startMailPages().then(things.open),
      launchChromium().then(things.open),
    ]);
    [first, second, chromium] = [pages.url, others, browser];
    site = { host: pages.host, adapter: "unknown-mail" };
    letters = await makeLetters(ellery);
    things.later(letters.remove);
    clinic = started.clinic;
    await clinic.nameSites([site]);
    await serveCliniko(chromium.context);
  });

  async function open(url: string): Promise<GuardPage> {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(url);
    return on;
  }
  const pair = (name: string) =>
    pairChromium(chromium, clinic, { holder: "person", device: "clinic", user: clinic.lead.id, name });
  /** Has the background ask the server again, as its heartbeat does. */
  async function refresh(): Promise<void> {
    const page = await chromium.openExtensionPage("options.html");
    await tellBackground(page, "refresh", {});
    await page.close();
  }
  /** Tries to attach a letter; the page gets nothing of it. */
  async function heldBack(on: GuardPage, words: string): Promise<void> {
    await on.forget();
    await on.page.setInputFiles("#chosen", letters.pdf);
    await on.dialog.noticed(words);
    expect(await on.got()).toEqual(on.nothing);
    expect(await on.page.$eval("#chosen", (input) => (input as HTMLInputElement).files?.length)).toBe(0);
  }

  test("never paired: nothing is held, and the popup says that it can't know", async () => {
    early = await open(`${first}/ways.html`);
    await early.page.setInputFiles("#single", letters.pdf);
    await until("the page to get it", async () => (await early.got()).files.length > 0);
    const popup = await chromium.popup();
    await popup.getByText("Chaperone can’t know which pages the clinic named, and holds nothing.").waitFor();
    await popup.close();
  });

  test("open since before pairing: says so, holds files, and is watched once it is loaded anew", async () => {
    await pair("Office");
    await early.dialog.noticed(notReloaded);
    await heldBack(early, "Not attached: this page was open before Chaperone could watch it.");
    const [chooser] = await Promise.all([
      early.page.waitForEvent("filechooser"),
      early.page.click("#detached"),
    ]);
    await chooser.setFiles(letters.pdf);
    await early.dialog.noticed("Not attached");
    expect(await early.got()).toEqual(early.nothing);
    // What the page held is told after its words are shown.
    await toolbarSays(chromium, early.page, "! Chaperone: this page is not watched yet. Reload it");
    const popup = await openPopupAbout(chromium, early.page);
    await popup.getByText("This page was open before Chaperone could watch it.").waitFor();
    await popup.close();
    await early.dialog.press("Reload");
    await until("the page to be new", async () => (await early.dialog.notice()) === null);
    await early.page.setInputFiles("#chosen", letters.pdf);
    await early.dialog.opened("This letter has not been attached");
    await early.dialog.press("Remove it");
    await early.dialog.closed();
  });

  test("open since before it was named: the same, at the moment of naming", async () => {
    const on = await open(`${second.url}/ways.html`);
    await on.page.setInputFiles("#single", letters.pdf);
    await until("the page to get it", async () => (await on.got()).files.length > 0);
    await clinic.nameSites([site, { host: second.host, adapter: "unknown-mail" }]);
    await refresh();
    await on.dialog.noticed(notReloaded);
    await heldBack(on, "Not attached");
    // Made small, it still says that nothing is watched; what is written can still be sent, checked.
    await on.dialog.press("Less");
    expect(await on.dialog.notice()).toContain("Not watched");
    await on.page.close();
  });

  test("a view is recorded in a tab that a change of the policy found open, once", async () => {
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    await refresh();
    const page = await chromium.context.newPage();
    await page.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    await storedEvents(clinic, "record.view", 1);
    await clinic.nameSites([site]);
    await refresh();
    await page.evaluate("history.pushState({}, '', '/patients/1805465202989210071')");
    await storedEvents(clinic, "record.view", 2);
    await page.close();
    expect(await eventsOf(clinic, "record.view")).toHaveLength(2);
  });

  test("updated while it asks: the page says so by itself, and the attempt has its one outcome", async () => {
    const before = (await eventsOf(clinic, "mail.outcome")).length;
    await early.page.setInputFiles("#chosen", letters.pdf);
    await early.dialog.opened();
    await storedEvents(clinic, "mail.held", before + 1);
    await updateBeneath(chromium);
    await early.dialog.noticed(notReloaded);
    const [outcome] = await storedEvents(clinic, "mail.outcome", before + 1);
    const [held] = await eventsOf(clinic, "mail.held");
    expect(outcome?.trace).toBe(held?.trace);
    expect(JSON.parse(outcome?.detail ?? "")).toMatchObject({
      outcome: "closed",
      files: 1,
      strength: "strong",
    });
    await early.dialog.press("Remove it");
    await early.dialog.closed();
    await heldBack(early, "Chaperone was updated. Reload this page so that it is checked.");
    await early.page.reload();
    await early.page.setInputFiles("#chosen", letters.pdf);
    await early.dialog.opened();
    await early.dialog.press("Remove it");
    await early.dialog.closed();
    // The page's own end came last: had the torn one been told again, it would be in between.
    expect(await storedEvents(clinic, "mail.outcome", before + 2)).toHaveLength(before + 2);
  });

  test("a tab that dies while it asks gives its attempt the outcome closed", async () => {
    const before = (await eventsOf(clinic, "mail.outcome")).length;
    const on = await open(`${first}/ways.html`);
    await on.page.setInputFiles("#chosen", letters.pdf);
    await on.dialog.opened();
    await on.page.close();
    const [outcome] = await storedEvents(clinic, "mail.outcome", before + 1);
    expect(JSON.parse(outcome?.detail ?? "")).toMatchObject({ outcome: "closed" });
    expect(await eventsOf(clinic, "mail.outcome")).toHaveLength(before + 1);
  });

  test("revoked: the open page says so and holds files, also when it is loaded anew and after the worker slept", async () => {
    const row = (await clinic.rows(clinic.lead, "browsers")).find(({ name }) => name === "Office");
    await clinic.act(clinic.lead, "browsers.revoke", {}, row);
    await refresh();
    await early.dialog.noticed(notPaired);
    await heldBack(early, "Not attached: this browser is not paired with the clinic. Ask the manager.");
    await chromium.stopWorker();
    await early.page.reload();
    await early.dialog.noticed(notPaired);
    await heldBack(early, "Not attached: this browser is not paired with the clinic. Ask the manager.");
    expect(await toolbarOver(chromium, early.page)).toContain("! Chaperone: this page is not watched");
    const popup = await openPopupAbout(chromium, early.page);
    await popup.getByText("mail pages hold files until this browser is paired").waitFor();
    await popup.close();
    const records = await chromium.context.newPage();
    await records.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    await closedShadow(records).noticed("records opened here are not on the record");
    await records.close();
  });

  test("revoked, then updated: still held", async () => {
    await updateBeneath(chromium);
    const on = await open(`${first}/ways.html`);
    await on.dialog.noticed(notPaired);
    await heldBack(on, "Not attached");
    await on.page.close();
  });

  test("paired again: an open page that was guarded from its start is watched at once", async () => {
    const on = await open(`${first}/ways.html`);
    await on.dialog.noticed(notPaired);
    await pair("Office again");
    await until("the bar to go", async () => !(await on.dialog.notice())?.includes("Not watched"));
    await on.page.setInputFiles("#chosen", letters.pdf);
    await on.dialog.opened("This letter has not been attached");
    await on.dialog.press("Remove it");
    await on.dialog.closed();
    await on.page.close();
  });

  test("whoever unpairs after a revocation means it: the pages are let go", async () => {
    const row = (await clinic.rows(clinic.lead, "browsers")).find(({ name }) => name === "Office again");
    await clinic.act(clinic.lead, "browsers.revoke", {}, row);
    await refresh();
    const on = await open(`${first}/ways.html`);
    await on.dialog.noticed(notPaired);
    const options = await chromium.openExtensionPage("options.html");
    await options.getByRole("button", { name: "Let them go" }).click();
    await options
      .getByRole("alert")
      .filter({ hasText: "Nothing is watched or held here afterwards." })
      .waitFor();
    await options.getByRole("button", { name: "Let them go" }).click();
    await options.getByText("Files are held").waitFor({ state: "detached" });
    await options.close();
    await until("the bar to go", async () => (await on.dialog.notice()) === null);
    await on.page.setInputFiles("#chosen", letters.pdf);
    await until("the page to get it", async () => (await on.got()).files.length > 0);
    await on.page.close();
  });

  test("cleared storage: nothing of a clinic is known, and the popup says so", async () => {
    await pair("Office once more");
    const page = await chromium.openExtensionPage("popup.html");
    await page.evaluate(() => chrome.storage.local.clear());
    await page.getByText("Chaperone can’t know which pages the clinic named, and holds nothing.").waitFor();
    await page.close();
  });
});
