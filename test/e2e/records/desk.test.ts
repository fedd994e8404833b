import { createHmac } from "node:crypto";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { keyedAccount } from "#domain/base/keyed";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { openPopupAbout } from "../../support/browser/popup.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, type ListedRow, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

describeWith(["chromium", "extension"])("a shared desk", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;
  let tom: Member;
  let chromium: Chromium;
  let page: Page;
  let next = 9000;

  /** Opens a record that nobody opened before, and gives the newest view. */
  async function openAnother(): Promise<ListedRow> {
    const id = String(++next);
    const before = (await eventsOf(clinic, "record.view")).length;
    await page.bringToFront();
    await page.goto(`https://${clinikoHost}/patients/${id}`);
    const rows = await storedEvents(clinic, "record.view", before + 1);
    const row = rows.find(({ recordRef }) => recordRef === id);
    if (!row) throw new Error(`no view of ${id}`);
    return row;
  }

  async function showAsSignedIn(name: string): Promise<void> {
    await page.goto(`https://${clinikoHost}/appointments`);
    await page.evaluate((shown) => localStorage.setItem("signedIn", shown), name);
  }

  async function inPopup(act: (popup: Page) => Promise<unknown>): Promise<void> {
    const popup = await openPopupAbout(chromium, page);
    await act(popup);
    await popup.close();
  }

  const choose = (name: string) =>
    inPopup((popup) => popup.getByLabel("Who is here?").selectOption({ label: name }));

  async function readNotice(): Promise<void> {
    const before = (await eventsOf(clinic, "notice.shown")).length;
    await inPopup(async (popup) => {
      await popup.getByRole("button", { name: "Read the notice" }).click();
      await popup.getByRole("button", { name: "I have read it" }).click();
      await storedEvents(clinic, "notice.shown", before + 1);
    });
  }

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    maya = await clinic.join("Maya Lindqvist", "staff");
    tom = await clinic.join("Tom Reed", "staff");
    await clinic.recordNotice();
    chromium = things.open(await launchChromium());
    await serveCliniko(chromium.context);
    await pairChromium(chromium, clinic, { holder: "desk", device: "clinic", name: "Front desk" });
    page = await chromium.context.newPage();
    await page.goto(`https://${clinikoHost}/appointments`);
  });

  it("records nothing before the notice was shown on it, and says so", async () => {
    await page.goto(`https://${clinikoHost}/patients/${++next}`);
    await page.waitForTimeout(2_500);
    await inPopup(async (popup) => {
      await popup.getByText("Shared desk Front desk").waitFor();
      await popup.getByText("you have not been shown the notice").waitFor();
    });
    expect(await eventsOf(clinic, "record.view")).toEqual([]);
  });

  it("records an unattributed view once it was shown on the desk, with nobody chosen", async () => {
    await readNotice();
    expect(await openAnother()).toMatchObject({ user: "", attribution: "none", account: "" });
  });

  it("records nothing for a chosen person who has not been shown the notice, and theirs once they have", async () => {
    await choose("Maya Lindqvist");
    const before = (await eventsOf(clinic, "record.view")).length;
    await page.bringToFront();
    await page.goto(`https://${clinikoHost}/patients/${++next}`);
    await page.waitForTimeout(2_500);
    expect(await eventsOf(clinic, "record.view")).toHaveLength(before);
    await readNotice();
    expect(await openAnother()).toMatchObject({ user: maya.id, attribution: "chosen" });
  });

  it("shows nobody's name for Tom Reed's view while the clinic has not mapped his sign-in", async () => {
    await showAsSignedIn("Tom Reed");
    const view = await openAnother();
    expect(view).toMatchObject({ user: "", attribution: "none" });
    expect(view.account).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(JSON.stringify(view)).not.toContain("Reed");
    await inPopup((popup) => popup.getByText("Cliniko shows Tom Reed").waitFor());
  });

  it("makes it Tom's once it is mapped and he was shown the notice, whoever was chosen before", async () => {
    const { referenceKey } = await clinic.call<{ referenceKey: string }>("chaperone/reference-key", {
      token: clinic.lead.token,
    });
    const key = Buffer.from(referenceKey, "hex");
    const account = await keyedAccount("Tom Reed", (text) =>
      createHmac("sha256", key).update(text).digest("hex"),
    );
    await clinic.act(clinic.lead, "system_accounts.map", {
      system: "cliniko:harbour.uk2",
      account,
      user: tom.id,
    });
    const before = (await eventsOf(clinic, "record.view")).length;
    await inPopup((popup) => popup.waitForTimeout(800));
    await page.bringToFront();
    await page.goto(`https://${clinikoHost}/patients/${++next}`);
    await page.waitForTimeout(2_500);
    expect(await eventsOf(clinic, "record.view")).toHaveLength(before);
    await clinic.call("chaperone/notice-shown", { token: tom.token, body: { notice: 1 } });
    await inPopup((popup) => popup.waitForTimeout(800));
    expect(await openAnother()).toMatchObject({ user: tom.id, attribution: "page" });
  });

  it("goes back to who was chosen when the page shows nobody, and to nobody when that is taken back", async () => {
    await page.goto(`https://${clinikoHost}/appointments`);
    await page.evaluate(() => localStorage.removeItem("signedIn"));
    expect(await openAnother()).toMatchObject({ user: maya.id, attribution: "chosen" });
    await choose("Nobody chosen: shown as unattributed");
    expect(await openAnother()).toMatchObject({ user: "", attribution: "none" });
  });
});
