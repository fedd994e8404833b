import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { pdf } from "../../support/files/pdf.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("the policy map", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  const dialog = () => page.getByRole("dialog");
  const said = (text: string) => page.getByRole("status").getByText(text).waitFor();
  const row = (words: string) => page.locator("[data-sentence]").filter({ hasText: words });

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("shows the example’s policy, sentence by sentence", async () => {
    await page.getByRole("link", { name: "Policy map" }).click();
    await page.getByRole("heading", { level: 1, name: "Policy map" }).waitFor();
    await row("Data Protection Act 2004").getByText("Wrong in law").waitFor();
    await row("Every access to a record").getByRole("link", { name: "Access log" }).waitFor();
    await row("Two-factor").getByText("overdue since").waitFor();
    await row("only be requested by yourself").getByText("Source: UK GDPR").waitFor();
    expect(await page.locator("[data-strokes] i").count()).toBe(
      await page.locator("[data-sentence]").count(),
    );
    expect(await axeViolations(page)).toEqual([]);
  });

  it("takes a confirmation with one press, another state by the dialog, and what was found", async () => {
    const paper = row("Paper that is no longer needed");
    await paper.getByText("Suggested: kept by people").waitFor();
    await paper.getByText("Known by:").waitFor();
    await paper.getByRole("button", { name: "Confirm" }).click();
    await dialog().getByLabel("Who looks").selectOption({ label: "Ingrid Tolhurst" });
    await dialog().getByRole("button", { name: "Say so" }).click();
    await said("The sentence has its state.");
    await paper.getByText("Ingrid Tolhurst").waitFor();

    const told = row("the regulator is told within 72 hours");
    await told.getByRole("button", { name: "Confirm" }).click();
    await told.getByText("Kept by a screen").waitFor();

    const factor = row("Two-factor");
    await factor.getByRole("button", { name: "Looked at" }).click();
    await dialog().getByLabel("No", { exact: true }).check();
    await dialog().getByRole("button", { name: "Record it" }).click();
    await dialog().getByText("Say what was found").waitFor();
    await dialog().getByLabel("What was found").fill("Two sign-ins are without it.");
    await dialog().getByRole("button", { name: "Record it" }).click();
    await said("What was found is recorded.");
    await factor.getByText("Broken today").waitFor();
    await factor.getByRole("button", { name: /^Show/ }).click();
    await factor.locator("[data-looks]").getByText("Two sign-ins are without it.").waitFor();
    await page.getByRole("link", { name: /^Broken today/ }).click();
    await page.waitForURL(/state=broken/);
    expect(await page.locator("[data-sentence]").count()).toBe(1);
  });

  it("names an audit of the programme, or plans one, and shows its day", async () => {
    await page.goto(`${server.url}/policy-map`);
    const paper = row("Paper that is no longer needed");
    await paper.getByRole("button", { name: "Change" }).click();
    await dialog().getByLabel("By which audit").selectOption({ label: "Plan a new audit for it" });
    await dialog().getByLabel("Who looks").selectOption({ label: "Priya Raman" });
    await dialog().getByRole("button", { name: "Say so" }).click();
    await said("The sentence has its state.");
    await paper.getByRole("link", { name: "An audit of the programme" }).waitFor();
    await paper.getByText("due", { exact: false }).first().waitFor();
    await paper.getByRole("button", { name: "Change" }).click();
    const audits = dialog().getByLabel("By which audit");
    await expect.poll(() => audits.locator("option").count()).toBeGreaterThan(5);
    const shared = await audits.locator("option").nth(1).getAttribute("value");
    await audits.selectOption(shared ?? "");
    await dialog().getByRole("button", { name: "Say so" }).click();
    await said("The sentence has its state.");
    await paper.getByRole("link", { name: "An audit of the programme" }).click();
    await page.waitForURL(new RegExp(`/audits\\?open=${shared}`));
    expect(await axeViolations(page)).toEqual([]);
  });

  it("reads a new version in the browser, shows what it changes, and puts it in force", {
    timeout: 180_000,
  }, async () => {
    await page.goto(`${server.url}/policy-map`);
    await page.getByRole("button", { name: "Put in a new version" }).click();
    await dialog()
      .getByLabel("File", { exact: true })
      .setInputFiles({
        name: "policy.pdf",
        mimeType: "application/pdf",
        buffer: await pdf([
          "Access to records",
          "Every access to a record is logged and can be explained. Sign-ins are personal and are never shared.",
          "For example 943 476 5919 is a number of the health service.",
          "Gwyneth Ellery was treated on Monday. Cameras do not record sound.",
        ]),
      });
    await dialog().getByRole("button", { name: "Read it" }).click();
    await dialog().getByText("1 line is left out, since a number").waitFor({ timeout: 60_000 });
    await dialog()
      .getByLabel(/Leave out: .*Ellery/)
      .check();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Put it in" }).click();
    await said("The policy is put in.");
    await page.getByText(/What version 2 changes/).waitFor();
    await page.locator("[data-changes] ins").getByText("are", { exact: false }).first().waitFor();
    await row("Every access to a record").getByText("Kept by a screen").waitFor();
    await page.getByText("2 sentences were left out").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Put in force" }).click();
    await dialog().getByLabel("Who reviews it").selectOption({ label: "Priya Raman" });
    await dialog().getByRole("button", { name: "Put it in force" }).click();
    await said("The version is in force.");
    await page.getByText(/version 2, in force since/).waitFor();
  });

  it("says what to do with a scan, and takes a paste", { timeout: 120_000 }, async () => {
    await page.getByRole("button", { name: "Put in a new version" }).click();
    const file = dialog().getByLabel("File", { exact: true });
    await file.setInputFiles({
      name: "scan.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7 nothing"),
    });
    await dialog().getByRole("button", { name: "Read it" }).click();
    await dialog()
      .getByText(/damaged and could not be read/)
      .waitFor({ timeout: 60_000 });
    await dialog().getByLabel("I paste it").check();
    await dialog().getByRole("button", { name: "Read it" }).click();
    await dialog().getByText("Paste the policy").waitFor();
    await dialog().getByLabel("The policy’s text").fill("Sign-ins are never shared.");
    await dialog().getByRole("button", { name: "Read it" }).click();
    await dialog().getByText("1 sentence under 0 headings").waitFor();
    await dialog().getByRole("button", { name: "Leave it" }).click();
  });

  it("hands over a PDF for an inspector and a CSV of what is shown", { timeout: 120_000 }, async () => {
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "PDF for an inspector" }).click();
    const paper = await coming;
    expect(
      readFileSync(await paper.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const table = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const csv = readFileSync(await (await table).path(), "utf8");
    expect(csv).toContain("Every access to a record is logged and can be explained.,Kept by a screen");
  });

  it("met nothing on the way that nobody expected", () => expect(troubles).toEqual([]));
});
