import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { closedShadow } from "../../support/browser/closed-shadow.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { eventsOf } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

const record = "1805465202989210063";
const other = "1805465202989217718";
const system = "cliniko:harbour.uk2";
const patient = (id: string) => `https://${clinikoHost}/patients/${id}`;
const inDays = (days: number): string => clinicDay(days);

describeWith(["chromium", "extension"])("a call about the record that is open", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;
  let chromium: Chromium;
  let page: Page;
  let release: { readonly id: string; readonly version: number };
  let research: { readonly id: string; readonly version: number };

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: maya.token, body: { notice } });
    const made = await clinic.act(maya, "releases.add", {
      ...{ system, recordRef: record, relation: "daughter", name: "Ann", phoneEnding: "418" },
      ...{ scopes: ["appointments"], purpose: "To be told the next appointment.", channels: ["phone"] },
      ...{ once: false, validFrom: inDays(0), expiresOn: inDays(60), signedOn: inDays(0) },
      ...{ capacityBy: maya.id, explainedBy: maya.id, proof: "witnessed", witness: maya.id },
    });
    release = { id: made.id, version: made.version };
    const said = await clinic.act(maya, "consents.decide", {
      ...{ system, recordRef: record, purpose: "research", decision: "no", how: "person" },
      ...{ takenBy: maya.id, from: inDays(0) },
    });
    research = { id: said.id, version: said.version };
    chromium = things.open(await launchChromium());
    await serveCliniko(chromium.context);
    await pairChromium(chromium, clinic, {
      holder: "person",
      device: "clinic",
      user: maya.id,
      name: "Front desk 2",
    });
    page = await chromium.context.newPage();
    await page.goto(patient(record));
  });

  it("shows at the foot of the page what the patient decided, names nobody, and holds nothing up", async () => {
    const said = await closedShadow(page).noticed("No research use", 15_000);
    expect(said).not.toContain("Ann");
  });

  it("answers in the popup as the first line, and records that somebody was told", async () => {
    const popup = await openPopupAbout(chromium, page);
    await popup.locator("[data-banner]").getByText("No research use").waitFor();
    await popup.getByRole("button", { name: "On the phone: who may be told?" }).click();
    await popup.getByText("Daughter Ann: yes").waitFor();
    await popup.getByText(/^Appointments only, until \d/).waitFor();
    await popup.getByText("ring back the number ending 418").waitFor();
    await popup.getByText("Anybody else: no").waitFor();
    await popup.getByRole("button", { name: "Told Daughter Ann" }).click();
    await popup.getByText("It is recorded that").waitFor();
    await popup.close();
    const events = await eventsOf(clinic, "release_asks");
    expect(events.map(({ user }) => user)).toEqual([maya.id, maya.id]);
    expect(JSON.stringify(events)).not.toContain(record);
  });

  it("is gone from the open record within a minute once it is taken back, and a release from the popup at once", async () => {
    await page.bringToFront();
    await closedShadow(page).noticed("No research use");
    await clinic.act(maya, "releases.revoke", { how: "phone" }, release);
    await clinic.act(maya, "consents.turn", { how: "phone" }, research);
    await expect
      .poll(async () => (await closedShadow(page).notice()) ?? "", { timeout: 60_000, interval: 1_000 })
      .not.toContain("research");
    const popup = await openPopupAbout(chromium, page);
    await popup.getByRole("button", { name: "On the phone: who may be told?" }).click();
    await popup.getByText("Daughter Ann: no").waitFor();
    await popup.getByText("Anybody else: no").waitFor();
    await popup.close();
  });

  it("shows the answer of no other record by itself once the page moves on, and records none before somebody presses", async () => {
    await page.bringToFront();
    await page.goto(patient(record));
    const popup = await openPopupAbout(chromium, page);
    await popup.getByText("record …0063 is open").waitFor();
    await popup.getByRole("button", { name: "On the phone: who may be told?" }).click();
    await popup.getByText("Daughter Ann: no").waitFor();
    const before = (await eventsOf(clinic, "release_asks")).length;
    await page.goto(patient(other));
    await popup.getByText("Another record is open now").waitFor();
    expect(await popup.getByText("Daughter Ann").count()).toBe(0);
    expect(await eventsOf(clinic, "release_asks")).toHaveLength(before);
    await popup.getByRole("button", { name: "Who may be told of record …7718?" }).click();
    await popup.getByText("Nobody: no").waitFor();
    expect(await eventsOf(clinic, "release_asks")).toHaveLength(before + 1);
    await popup.close();
  });

  it("begins with the call where Alt Shift R was pressed, once", async () => {
    await page.bringToFront();
    const probe = await chromium.openExtensionPage("popup.html");
    const { commands, tab } = await probe.evaluate(async (url) => {
      const [all, tabs] = await Promise.all([chrome.commands.getAll(), chrome.tabs.query({})]);
      return { commands: all, tab: tabs.find((one) => one.url === url)?.id ?? 0 };
    }, page.url());
    expect(commands).toContainEqual(expect.objectContaining({ name: "who-may-be-told" }));
    // What the command leaves for the popup: no test can press a key of the browser's own.
    await probe.evaluate((id) => chrome.storage.session.set({ callWish: { tab: id, at: Date.now() } }), tab);
    await probe.close();
    const popup = await openPopupAbout(chromium, page);
    await popup.getByText("Nobody: no").waitFor();
    await popup.close();
    const again = await openPopupAbout(chromium, page);
    await again.getByRole("button", { name: "On the phone: who may be told?" }).waitFor();
    await again.close();
  });

  it("says of another record that nobody may be told, and shows no bar on it", async () => {
    await page.bringToFront();
    await page.goto(patient(other));
    const popup = await openPopupAbout(chromium, page);
    await popup.getByText("record …7718 is open").waitFor();
    await popup.getByRole("button", { name: "On the phone: who may be told?" }).click();
    await popup.getByText("Nobody: no").waitFor();
    await popup.close();
    expect((await closedShadow(page).notice()) ?? "").not.toContain("research");
  });
});
