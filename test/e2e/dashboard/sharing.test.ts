import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { rowsIn } from "../../server/people/database.ts";
import {
  axeViolations,
  faultsOfFit,
  pictureForPeople,
  picturesOf,
  signedInWindow,
} from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const record = "1805465202989210063";
const system = "cliniko:harbour.uk2";

describeWith(["chromium", "dashboard"])("whom may we tell what, from the screen to the database", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];

  const dialog = () => page.getByRole("dialog");
  const last = (table: string) =>
    rowsIn(server, `SELECT * FROM ${table} ORDER BY "at" DESC, rowid DESC LIMIT 1`)[0];

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "staff", { width: 1440, height: 900 }));
    troubles.length = 0;
  });

  it("answers the phone by one key, a reference and Enter, and records who was told", async () => {
    await page.goto(`${server.url}/my-record`);
    // The frame stands: what is pressed before it is for nobody.
    await page.getByRole("link", { name: "May I share?" }).waitFor();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("r");
    await dialog().getByLabel("whole reference").waitFor();
    await page.keyboard.type(record);
    await page.keyboard.press("Enter");
    await dialog().getByText("Daughter Ann: yes").waitFor();
    await dialog()
      .getByText(/^Appointments only, until \d/)
      .waitFor();
    await dialog().getByText("Anybody else: no").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Told Daughter Ann" }).click();
    await dialog().getByText("It is recorded that").waitFor();
    expect(last("release_asks")).toMatchObject({
      recordRef: record,
      stood: 1,
      told: expect.stringMatching(/^\w{15}$/),
    });
    await page.keyboard.press("Escape");
  });

  it("never takes a name, and says no for a record without a release", async () => {
    // Alt Shift R also works where single letters do not: from within a field.
    await page.goto(`${server.url}/record`);
    // Who is signed in is known: before that no key is anybody’s.
    await page.getByRole("link", { name: "May I share?" }).waitFor();
    await page.getByLabel("whole reference").focus();
    await page.keyboard.press("Alt+Shift+R");
    await dialog().getByLabel("whole reference").waitFor();
    await page.keyboard.type("Ann Moss");
    await page.keyboard.press("Enter");
    await dialog().getByText("Never a name.").last().waitFor();
    await dialog().getByLabel("whole reference").fill("1805465202989219999");
    await page.keyboard.press("Enter");
    await dialog().getByText("Nobody: no").waitFor();
  });

  it("takes a release at the desk, and takes it back in one step", async () => {
    await dialog().getByRole("button", { name: "Take a release" }).click();
    await dialog().locator("#system").fill(system);
    await dialog().locator("#relation").selectOption({ label: "sister" });
    await dialog().locator("#name").fill("Siân");
    await dialog().getByLabel("Bills").check();
    await dialog().locator("#purpose").fill("She pays the bills.");
    await dialog().getByRole("button", { name: "Take it", exact: true }).click();
    await dialog().getByText("Sister Siân: yes").waitFor();
    expect(last("releases")).toMatchObject({
      name: "Siân",
      scopes: "bills",
      channels: "phone",
      proof: "witnessed",
    });
    await dialog().getByRole("button", { name: "The patient takes it back, on the telephone" }).click();
    await dialog().getByText("Sister Siân: no").waitFor();
    expect(last("releases")).toMatchObject({ revokedHow: "phone" });
    await page.keyboard.press("Escape");
    expect(troubles).toEqual([]);
  });

  it("says by S what may be shared, asks no question that can change nothing, and sends to the lead", async () => {
    // A letter is a key only where no field has the focus.
    await page.goto(`${server.url}/my-record`);
    await page.getByRole("link", { name: "May I share?" }).waitFor();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: "May I share?" }).waitFor();
    const card = page.locator("[data-share-answer]");
    expect(await card.getAttribute("data-share-answer")).toBe("open");
    const choose = (question: string, answer: string) =>
      page.locator(`[data-question=${question}] input[value=${answer}]`).click();
    const asked = page.locator("[data-questions] li:has(fieldset)");
    const said: Record<string, string> = {
      ...{ asker: "police", verified: "no", purpose: "crime", what: "whether", decision: "nothing" },
      ...{ law: "allows", danger: "no", ask: "yes", capacity: "able", professional: "other" },
    };
    const questions: string[] = [];
    for (let i = 0; i < 10 && (await asked.count()) > 0; i += 1) {
      const question = (await asked.getAttribute("data-question")) ?? "";
      questions.push(question);
      await choose(question, said[question] ?? "unsure");
      await page.locator(`[data-question=${question}]:not(:has(fieldset))`).waitFor();
    }
    expect(questions.length).toBeLessThan(10);
    await expect.poll(() => card.getAttribute("data-share-answer")).toBe("ask");
    await card.getByText("I can’t say whether anyone comes here.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.locator("[data-share-done]").waitFor();
    expect(last("shares")).toMatchObject({ rule: "police-without-order", state: "asked", disclosure: "" });
    expect(troubles).toEqual([]);
  });

  it("shows on a record what its patient decided, and withdraws in one step", async () => {
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url()));
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.goto(`${server.url}/record`);
    await page.getByLabel("whole reference").fill(record);
    await page.getByLabel("Clinical system").fill(system);
    await page.getByRole("button", { name: "Open it" }).click();
    await page.locator("[data-banner]").getByText("No research use").waitFor();
    // Read anew and come back to, it is the same record: this tab knows it, and no address says it.
    await page.reload();
    await page.getByRole("heading", { name: "Who looked" }).waitFor();
    await page.getByText("Here stand your own looks alone.").waitFor();
    expect(addresses.filter((address) => address.includes("record-decisions")).length).toBeGreaterThan(1);
    expect(addresses.filter((address) => address.includes(record))).toEqual([]);
    await page.locator("[data-banner]").getByText("No research use").waitFor();
    const teaching = page.locator("[data-purpose=teaching]");
    await teaching.getByText("Objects").waitFor();
    await teaching.getByRole("button", { name: "Take back" }).click();
    await dialog().getByRole("button", { name: "Do it" }).click();
    await teaching.getByText("Used").waitFor();
    await page.locator("[data-purpose=photographs]").getByRole("button", { name: "Give" }).click();
    await dialog().getByLabel("How the patient said so").selectOption({ label: "in person" });
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await page.locator("[data-purpose=photographs]").getByText("Yes").waitFor();
    expect(last("consents")).toMatchObject({ purpose: "photographs", decision: "yes", how: "person" });
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("asks for the effect on the care before sharing for it ends", async () => {
    await page.locator("[data-purpose=care]").getByRole("button", { name: "Opt out" }).click();
    await dialog().getByLabel("How the patient said so").selectOption({ label: "in person" });
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await dialog().getByText("Say in which words").waitFor();
    await dialog().locator("#effect").fill("Another clinic would not know the allergy.");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await page.locator("[data-banner]").getByText("No sharing for care").waitFor();
    expect(last("consents")).toMatchObject({ purpose: "care", decision: "no" });
  });

  it("gives a notification its day, its urgency, whom and on which form, by keyboard and at 390 px", async () => {
    await page.goto(`${server.url}/share`);
    await page.locator("[data-question=asker] fieldset").waitFor();
    for (const [question, answer] of [
      ["asker", "ourselves"],
      ["verified", "known"],
      ["purpose", "notify"],
    ]) {
      const row = page.locator(`[data-question=${question}]`);
      if ((await row.locator("fieldset").count()) === 0)
        await row.getByRole("button", { name: /answer|change/ }).click();
      await row.locator(`input[value=${answer}]`).click();
    }
    const card = page.locator("[data-notify]");
    await card.getByLabel("Which disease is suspected").selectOption("measles");
    await card.getByLabel("Day", { exact: true }).fill("20");
    await card.getByLabel("Month").fill("11");
    await card.getByLabel("Year").fill("2026");
    await card.getByText(/^In writing by Sun 22 Nov/).waitFor();
    await card.getByText(/^Urgent: by telephone/).waitFor();
    await card.getByText(/registered medical practitioner who suspects it/).waitFor();
    await card.getByText(/UKHSA’s form/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it("keeps the signed form of a release, refuses a script that calls itself one, and is complete by keys", async () => {
    const size = { width: 1440, height: 900 };
    const { page: lead, troubles: faults } = await signedInWindow(browser, server, "dpo", size);
    await lead.goto(`${server.url}/releases`);
    const form = lead.getByRole("button", { name: /^Signed form/ }).first();
    await form.focus();
    await lead.keyboard.press("Enter");
    const box = lead.getByRole("dialog");
    await box.getByText("Nothing is kept beside this release.").waitFor();
    await box.getByRole("button", { name: "Add a file" }).click();
    await box.getByRole("button", { name: "Keep it" }).click();
    await box.getByText("Choose a file").waitFor();
    await box.getByText("Choose what it shows").waitFor();
    await box.getByLabel("What it shows").selectOption("form");
    const choose = (name: string, buffer: Buffer) =>
      box.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "application/pdf", buffer });
    await choose("form.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await box.getByRole("button", { name: "Keep it" }).click();
    await box.getByText("Only PDF, PNG and JPEG are kept").waitFor();
    expect(rowsIn(server, "SELECT id FROM release_files")).toEqual([]);
    expect(await axeViolations(lead)).toEqual([]);
    await pictureForPeople(lead, { path: `${picturesOf("dashboard")}/signed-form-1440.png` });
    await lead.setViewportSize({ width: 390, height: 800 });
    expect(await faultsOfFit(lead)).toEqual([]);
    await pictureForPeople(lead, { path: `${picturesOf("dashboard")}/signed-form-390.png` });
    await lead.setViewportSize(size);
    await choose("form.pdf", Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"));
    await box.getByRole("button", { name: "Keep it" }).click();
    await lead.getByText("The file is kept.").waitFor();
    const [coming] = await Promise.all([
      lead.waitForEvent("download"),
      box.getByRole("button", { name: "Signed form", exact: true }).click(),
    ]);
    expect(coming.suggestedFilename()).toMatch(/^form-[0-9a-f]{12}.*\.pdf$/);
    await lead.keyboard.press("Escape");
    await box.waitFor({ state: "detached" });
    // Focus is where it came from.
    expect(await form.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(faults.filter((one) => !one.startsWith("400 "))).toEqual([]);
  });

  it("looks through a table of figures without sending it, and calls it anonymous only once the small counts are gone", async () => {
    const { page: lead, troubles: faults } = await signedInWindow(browser, server, "dpo", {
      width: 1440,
      height: 900,
    });
    faults.length = 0;
    const sent: string[] = [];
    lead.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    await lead.goto(`${server.url}/projects`);
    await lead.getByRole("button", { name: "Look through a table" }).first().click();
    const box = lead.getByRole("dialog");
    const table = box.getByLabel("The table, as it would leave");
    await table.fill("Town,Harbourton patients\nDeal,7\nDover,40\nTotal,47");
    await box.getByText("1 count is below ten").waitFor();
    await box.locator("[data-mark=small]").waitFor();
    await table.fill("Town,Harbourton patients\nDeal,*\nDover,40\nTotal,47");
    await box.locator("[data-mark=derived]").waitFor();
    await box.getByLabel("anonymous", { exact: true }).check();
    await box.getByLabel("Why nobody can be known").waitFor();
    await box.getByRole("button", { name: "Record what was found" }).click();
    await box.getByText("Say why").first().waitFor();
    expect(await axeViolations(lead)).toEqual([]);
    await table.fill("Town,Harbourton patients\nDeal and Dover,47");
    await box.getByText(/^No count below ten was found/).waitFor();
    await lead.setViewportSize({ width: 390, height: 800 });
    expect(await lead.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await box.getByRole("button", { name: "Record what was found" }).click();
    await box.waitFor({ state: "detached" });
    expect(last("project_checks")).toMatchObject({ small: 0, derived: 0, leavesAs: "anonymous" });
    expect(sent.filter((text) => text.includes("projects.check"))).toHaveLength(1);
    expect(sent.filter((text) => text.includes("Harbourton") || text.includes("Dover"))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
