import type { Page } from "playwright";
import { beforeAll, describe, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, type ListedRow, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

/** Two ids that are one number once they have been parsed as numbers. */
const first = "1805465202989210063";
const second = "1805465202989217718";
const patient = (id: string) => `https://${clinikoHost}/patients/${id}`;

/** Longer than the time after which a view counts, and than its way to the server. */
const settle = (page: Page) => page.waitForTimeout(2_600);

describeWith(["chromium", "extension"])("records opened in Cliniko", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;
  let chromium: Chromium;
  let page: Page;

  const views = (): Promise<ListedRow[]> => eventsOf(clinic, "record.view");

  /** All that is recorded of records: an ordinary click is to make views at most. */
  const others = async (): Promise<string[]> =>
    (await eventsOf(clinic, "record")).map(({ kind }) => kind).filter((kind) => kind !== "record.view");

  const popupOf = (tab: Page): Promise<Page> => openPopupAbout(chromium, tab);

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    chromium = things.open(await launchChromium({ keepsPages: true }));
    await serveCliniko(chromium.context);
    await pairChromium(chromium, clinic, {
      holder: "person",
      device: "clinic",
      user: maya.id,
      name: "Front desk 2",
    });
    page = await chromium.context.newPage();
  });

  describe("before the clinic has finished its assessment", () => {
    it("makes no event, and the popup says why", async () => {
      await page.goto(patient(first));
      await settle(page);
      const popup = await popupOf(page);
      await popup.getByText("the clinic has not finished its assessment").waitFor();
      await popup.close();
      expect(await views()).toEqual([]);
    });

    it("goes on making none once the notice is recorded but not read", async () => {
      await clinic.recordNotice();
      const popup = await popupOf(page);
      await popup.getByText("you have not been shown the notice").waitFor();
      await popup.close();
      await page.reload();
      await settle(page);
      expect(await views()).toEqual([]);
    });
  });

  it("records the next view once the notice was read in the popup, with the id to its last digit", async () => {
    const popup = await popupOf(page);
    await popup.getByRole("button", { name: "Read the notice" }).click();
    await popup.getByText("which records you open").waitFor();
    await popup.getByRole("button", { name: "I have read it" }).click();
    await storedEvents(clinic, "notice.shown", 1);
    await popup.close();
    await page.bringToFront();
    await page.goto(patient(second));
    const [view] = await storedEvents(clinic, "record.view", 1);
    expect(view).toMatchObject({
      recordRef: second,
      recordKind: "patient",
      system: "cliniko:harbour.uk2",
      user: maya.id,
      attribution: "browser",
    });
  });

  it("shows the open record and the last events in the popup", async () => {
    const popup = await popupOf(page);
    await popup.getByText("Recorded: record …7718 is open").waitFor();
    await popup.getByText(/Record …\u2060?7718 opened/).waitFor();
    await popup.close();
  });

  it("counts a reload, another tab in front, and going back as the same visit", async () => {
    const before = (await views()).length;
    await page.reload();
    await settle(page);
    const other = await chromium.context.newPage();
    await other.bringToFront();
    await other.waitForTimeout(500);
    await other.close();
    await page.bringToFront();
    await settle(page);
    await page.getByRole("link", { name: "Appointments, quickly" }).click();
    await page.waitForTimeout(300);
    await page.goBack();
    await settle(page);
    expect(await views()).toHaveLength(before);
    expect(await others()).toEqual([]);
  });

  it("counts a record that was left and opened anew as another visit", async () => {
    const before = (await views()).length;
    await page.getByRole("link", { name: "Appointments", exact: true }).click();
    await settle(page);
    await page.getByRole("link", { name: "Second patient" }).click();
    await storedEvents(clinic, "record.view", before + 1);
  });

  it("counts a record in two tabs once, and anew once it was left for another site", async () => {
    const before = (await views()).length;
    const other = await chromium.context.newPage();
    await other.goto(patient(second));
    await settle(other);
    expect(await views()).toHaveLength(before);
    await other.close();
    await page.bringToFront();
    await chromium.context.route("https://news.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>News</h1>" }),
    );
    // Whoever is back before the other page was noticed has not left.
    const again = async () => {
      await page.goto("https://news.example/");
      await page.goto(patient(second));
      await settle(page);
      return (await views()).length;
    };
    await expect.poll(again, { timeout: 60_000 }).toBe(before + 1);
  });

  it("sees records that a single page puts in one another's place, and notes of one record", async () => {
    const before = (await views()).length;
    await page.getByRole("link", { name: "First patient, quickly" }).click();
    await storedEvents(clinic, "record.view", before + 1);
    await page.getByRole("link", { name: "Note, quickly" }).click();
    const rows = await storedEvents(clinic, "record.view", before + 2);
    expect(rows[0]).toMatchObject({ recordRef: first });
    const itemOf = (row: (typeof rows)[number] | undefined) => JSON.parse(row?.detail ?? "{}").item;
    expect(JSON.parse(rows[0]?.detail ?? "{}")).toEqual({
      v: 2,
      adapter: 2,
      page: "treatment-note",
      item: itemOf(rows[0]),
    });
    expect(page.url()).toMatch(new RegExp(`/treatment_notes/${itemOf(rows[0])}(?:/|$)`));
    expect(rows[0]?.trace).toBe(rows[1]?.trace);
    expect(await others()).toEqual([]);

    // A second note is a view of its own; changing, saving, paging and coming back to either is none.
    const go = async (rest: string) => {
      await page.evaluate(
        (path) => history.pushState({}, "", path),
        `/patients/${first}/treatment_notes/${rest}`,
      );
      await settle(page);
    };
    for (const rest of ["70011", "70011/edit", "70011?page=2", "70011", String(itemOf(rows[0])), "70011"])
      await go(rest);
    const more = await storedEvents(clinic, "record.view", before + 3);
    expect(itemOf(more[0])).toBe("70011");
    expect(await views()).toHaveLength(before + 3);
  });

  it("does not take a glance, a hidden tab, a sign-in form or another host of the vendor for a view", async () => {
    const before = (await views()).length;
    await page.goto(patient(second));
    await page.goto(`https://${clinikoHost}/appointments`);
    await chromium.context.route("https://www.cliniko.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<main><h1>Patients</h1></main>" }),
    );
    await page.goto("https://www.cliniko.com/patients/17");
    await settle(page);
    await page.goto(`https://${clinikoHost}/appointments`);
    await page.evaluate(() => localStorage.setItem("signedOut", "yes"));
    await page.goto(patient(second));
    await settle(page);
    await page.evaluate(() => localStorage.removeItem("signedOut"));
    expect(await views()).toHaveLength(before);
    expect(await others()).toEqual([]);
  });

  it("records a search by how many it found, a download, a print and a large copy by no content", async () => {
    await page.goto(`https://${clinikoHost}/patients?q=ellery`);
    const [search] = await storedEvents(clinic, "record.search", 1);
    expect(JSON.parse(search?.detail ?? "{}")).toEqual({
      v: 2,
      adapter: 2,
      page: "patients",
      results: 2,
    });
    expect(search?.recordRef).toBe("");
    const before = (await views()).length;
    await page.goto(patient(first));
    const [view] = await storedEvents(clinic, "record.view", before + 1);
    await page.getByRole("link", { name: "Clinic letter.pdf" }).click();
    const [download] = await storedEvents(clinic, "record.download", 1);
    expect(download).toMatchObject({ recordRef: first, trace: view?.trace });
    expect(JSON.parse(download?.detail ?? "{}")).toEqual({
      v: 2,
      adapter: 2,
      page: "patient",
      what: "attachment",
    });
    // A letter in a frame of the page's own, which has no address: it is printed out of the open record. Of a print soon
    // after another one this browser tells nothing.
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<p>Dear Mr Ellery</p>";
      frame.addEventListener("load", () => frame.contentWindow?.print());
      document.body.append(frame);
    });
    const [print] = await storedEvents(clinic, "record.print", 1);
    expect(print).toMatchObject({ recordRef: first, trace: view?.trace });
    await page.evaluate(() => document.querySelector("iframe")?.remove());
    await page.locator("main").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    const [copy] = await storedEvents(clinic, "record.copy", 1);
    expect(JSON.stringify(copy)).not.toContain("shoulder");
    expect(JSON.parse(copy?.detail ?? "{}").results).toBeGreaterThan(200);
  });

  it("knows a record that the browser had kept while another one was open, and what is printed out of it", async () => {
    const before = (await views()).length;
    const printed = (await eventsOf(clinic, "record.print")).length;
    await page.goto(patient("4001"));
    const [kept] = await storedEvents(clinic, "record.view", before + 1);
    await page.goto(patient("4002"));
    await storedEvents(clinic, "record.view", before + 2);
    await page.evaluate(() => history.back());
    await settle(page);
    const wasKept = await page.evaluate(
      () => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).type,
    );
    expect(wasKept).toBe("navigate");
    await page.evaluate(() => window.print());
    const [print] = await storedEvents(clinic, "record.print", printed + 1);
    expect(print).toMatchObject({ recordRef: "4001", trace: kept?.trace });
    expect(await views()).toHaveLength(before + 2);
  });

  it("asks by the clinic’s rules at the system’s own e-mail button, and what goes anyway is on the record", async () => {
    const on = guardPage(await chromium.context.newPage());
    const seen = (await views()).length;
    await on.page.goto(patient("1805465202989210097"));
    await storedEvents(clinic, "record.view", seen + 1);
    const pressed = () => on.page.evaluate("window.pressed ?? []");
    const exports = async () =>
      (await eventsOf(clinic, "record.export")).filter(({ detail }) => detail.includes("mail-"));
    await on.page.click("#templates");
    await on.page.click("#mails");
    const { text } = await on.dialog.opened("Nothing has been sent yet");
    expect(text).toContain("“Email letter…” seems to send something");
    expect([await pressed(), await exports()]).toEqual([["templates"], []]);
    await on.sendAnyway();
    await expect.poll(pressed).toEqual(["templates", "mails"]);
    await expect.poll(async () => (await exports()).length).toBe(1);
    const [went] = await exports();
    expect(went).toMatchObject({ recordRef: "1805465202989210097", user: maya.id });
    expect(JSON.parse(went?.detail ?? "")).toMatchObject({ what: "mail-unapproved" });
    const [held] = await storedEvents(clinic, "mail.held", 1);
    expect(JSON.parse(held?.detail ?? "")).toMatchObject({
      ...{ adapter: "cliniko", how: "submitted", strength: "strong" },
      rule: { channel: "mail", to: "outside", does: "block" },
    });
    expect(JSON.stringify([went, held])).not.toMatch(/Email letter|Ellery/);
    // It went to whomever, out of a patient's record: an incident, as of any letter that goes anyway.
    await expect
      .poll(async () => (await clinic.rows(clinic.lead, "breaches")).map(({ origin }) => origin))
      .toContain("mail-attempt");
    await on.page.close();
  });
});
