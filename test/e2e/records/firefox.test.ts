import { beforeAll, expect, it } from "vitest";
import { closedShadowFirefox } from "../../support/browser/closed-shadow-firefox.ts";
import { type Firefox, launchFirefox, serveFixtureOn } from "../../support/browser/firefox.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { clinikoFixture, clinikoHost } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairFirefox } from "../../support/server/pair.ts";

/** The extension's own API, in its pages. */
declare const browser: {
  readonly tabs: { query(what: object): Promise<readonly { readonly id?: number; readonly url?: string }[]> };
  readonly commands: { getAll(): Promise<readonly { readonly name?: string }[]> };
};
const inDays = (days: number): string => clinicDay(days);

describeWith(["firefox", "extension for Firefox"])("records opened in Firefox", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;
  let firefox: Firefox;

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    firefox = things.open(await launchFirefox());
  });

  it("says that it is not paired, and pairs", async () => {
    const popup = await firefox.popup();
    await until("the popup to say so", async () => (await popup.text()).includes("Not paired"));
    await popup.close();
    await pairFirefox(firefox, clinic, { holder: "person", device: "clinic", user: maya.id, name: "Desk 1" });
  });

  it("records nothing until the notice was read in the popup, and then each record of a single page", async () => {
    await clinic.recordNotice();
    const page = await firefox.newPage();
    await serveFixtureOn(page, { [clinikoHost]: clinikoFixture });
    await page.goto(`https://${clinikoHost}/patients/1805465202989217718`);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await eventsOf(clinic, "record.view")).toEqual([]);
    const popup = await firefox.popup();
    await popup.press("Read the notice");
    await popup.press("I have read it");
    await storedEvents(clinic, "notice.shown", 1);
    await popup.close();
    await page.bringToFront();
    await page.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    await storedEvents(clinic, "record.view", 1);
    await page.click("a[data-spa][href='/patients/1805465202989217718']");
    const rows = await storedEvents(clinic, "record.view", 2);
    expect(rows.map(({ recordRef }) => recordRef)).toEqual(["1805465202989217718", "1805465202989210063"]);
    expect(rows[0]).toMatchObject({ user: maya.id, attribution: "browser" });
    for (const link of ["/patients", "/patients/new", "/exports"]) {
      await Promise.all([page.waitForNavigation(), page.click(`footer a[href='${link}']`)]);
    }
    await page.click("a[data-spa][href='/patients/1805465202989210063']");
    await storedEvents(clinic, "record.view", 3);
    const all = await eventsOf(clinic, "record");
    expect(all.filter(({ kind }) => kind !== "record.view")).toEqual([]);
  });

  it("asks at the system’s own e-mail button, records what went, and lets an approved one go", async () => {
    const page = await firefox.newPage();
    await serveFixtureOn(page, { [clinikoHost]: clinikoFixture });
    const pressed = () => page.evaluate("window.pressed ?? []");
    const open = async () => {
      await page.goto(`https://${clinikoHost}/patients/1805465202989210102`);
      await page.waitForSelector("#mails");
    };
    const views = (await eventsOf(clinic, "record.view")).length;
    await open();
    await storedEvents(clinic, "record.view", views + 1);
    const dialog = closedShadowFirefox(page);
    await page.click("#templates");
    await page.click("#mails");
    const { text } = await dialog.opened("Nothing has been sent yet");
    expect(text).toContain("Email letter…");
    await dialog.press("Don't send it");
    await dialog.noticed("Nothing was sent.");
    expect(await pressed()).toEqual(["templates"]);
    const [removed] = await storedEvents(clinic, "mail.outcome", 1);
    expect(JSON.parse(removed?.detail ?? "")).toMatchObject({ adapter: "cliniko", outcome: "removed" });
    await clinic.nameSites([{ host: clinikoHost, adapter: "cliniko", mailButtons: ["Email letter"] }]);
    const options = await firefox.openExtensionPage("options.html");
    await options.evaluate(() => chrome.runtime.sendMessage({ name: "refresh", data: {} }));
    await options.close();
    await page.bringToFront();
    await open();
    await until("the approved button to be let through", async () => {
      if (await dialog.seen()) await dialog.press("Don't send it");
      await page.click("#mails");
      return ((await pressed()) as string[]).includes("mails");
    });
    const [went] = await storedEvents(clinic, "record.export", 1);
    expect(went).toMatchObject({ recordRef: "1805465202989210102", user: maya.id });
    expect(JSON.parse(went?.detail ?? "")).toMatchObject({ what: "mail-approved" });
    await page.close();
  });

  it("shows the bar on an open record, and answers a call in the popup when somebody presses", async () => {
    const record = "1805465202989210063";
    const system = "cliniko:harbour.uk2";
    await clinic.act(maya, "releases.add", {
      ...{ system, recordRef: record, relation: "daughter", name: "Ann", phoneEnding: "418" },
      ...{ scopes: ["appointments"], purpose: "To be told the next appointment.", channels: ["phone"] },
      ...{ once: false, validFrom: inDays(0), expiresOn: inDays(60), signedOn: inDays(0) },
      ...{ capacityBy: maya.id, explainedBy: maya.id, proof: "witnessed", witness: maya.id },
    });
    await clinic.act(maya, "consents.decide", {
      ...{ system, recordRef: record, purpose: "research", decision: "no", how: "person" },
      ...{ takenBy: maya.id, from: inDays(0) },
    });
    const page = await firefox.newPage();
    await serveFixtureOn(page, { [clinikoHost]: clinikoFixture });
    await page.goto(`https://${clinikoHost}/patients/${record}`);
    const said = await closedShadowFirefox(page).noticed("No research use", 20_000);
    expect(said).not.toContain("Ann");

    const probe = await firefox.popup();
    const tab = await probe.evaluate(async (ending) => {
      const tabs = await browser.tabs.query({});
      return tabs.find(({ url }) => url?.endsWith(ending))?.id ?? 0;
    }, `/patients/${record}`);
    const commands = await probe.evaluate(async () =>
      (await browser.commands.getAll()).map(({ name }) => name),
    );
    expect(commands).toContain("who-may-be-told");
    await probe.close();
    const popup = await firefox.openExtensionPage(`popup.html#tab=${tab}`);
    const shows = (words: string) => until(words, async () => (await popup.text()).includes(words));
    await shows("No research use");
    await popup.press("On the phone: who may be told?");
    await shows("Daughter Ann: yes");
    await shows("Anybody else: no");
    await popup.press("Told Daughter Ann");
    await shows("It is recorded that");
    await popup.close();
  });
});
