import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("suppliers and audits", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  const dialog = () => page.getByRole("dialog");
  const isPaper = async (name: RegExp): Promise<void> => {
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("main").getByRole("button", { name: "PDF" }).first().click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(name);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  };
  const panel = () => page.getByRole("complementary");
  const said = (text: string) => page.getByRole("status").getByText(text).waitFor();
  async function date(label: string, day: string, month: string, year: string): Promise<void> {
    const group = dialog().getByRole("group", { name: label });
    await group.getByLabel("Day").fill(day);
    await group.getByLabel("Month").fill(month);
    await group.getByLabel("Year").fill(year);
  }
  const inYear = String(new Date().getFullYear() + 1);

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("shows a supplier without terms, and takes what was read in its contract", async () => {
    await page.getByRole("link", { name: /^Suppliers/ }).click();
    await page.getByText("4 of 6 are in order").waitFor();
    await page.getByLabel("State").selectOption({ label: "Art. 28 terms missing" });
    await page.getByRole("button", { name: /^Fernhill IT/ }).click();
    await panel().getByText("Art. 28 terms missing").waitFor();
    await panel().getByText("Check before use").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await panel().getByRole("button", { name: "Read the terms" }).click();
    for (const box of await dialog().getByRole("checkbox").all()) await box.check();
    await dialog().getByRole("button", { name: "Save" }).click();
    await said("The terms are recorded.");
    await panel().getByText("in order").waitFor();
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await panel().getByRole("button", { name: "PDF" }).click();
    const pdf = readFileSync(await (await coming).path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await page.getByText("5 of 6 are in order").waitFor();
  });

  it("keeps the contract beside its supplier, and hands it back as it came", async () => {
    await panel().getByText("Bring the contract").waitFor();
    await panel().getByRole("button", { name: "Add a file" }).click();
    await panel().getByRole("button", { name: "Keep it" }).click();
    await panel().getByText("Choose what it shows").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await panel().getByLabel("What it shows").selectOption({ label: "Contract" });
    const bring = (name: string, text: string) =>
      panel()
        .getByLabel("File", { exact: true })
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(text) });
    await bring("contract.pdf", "<script>alert(1)</script>");
    await panel().getByRole("button", { name: "Keep it" }).click();
    await panel().getByText("Only PDF, PNG and JPEG are kept").waitFor();
    await bring("contract.pdf", "%PDF-1.7 contract");
    await panel().getByRole("button", { name: "Keep it" }).click();
    await said("The file is kept.");
    const coming = page.waitForEvent("download");
    await panel().locator("[data-files]").getByRole("button", { name: "Contract" }).click();
    expect(readFileSync(await (await coming).path()).toString()).toBe("%PDF-1.7 contract");
    expect(troubles.splice(0)).toEqual(["400 /api/chaperone/register-file"]);
  });

  it("checks one that is late, and adds one from abroad", async () => {
    await page.goto(`${server.url}/suppliers?state=late`);
    await page.getByRole("button", { name: /^Brightpage/ }).click();
    await panel().getByRole("button", { name: "Check it" }).click();
    await dialog().getByRole("button", { name: "Record the check" }).click();
    await dialog().getByText("Choose an answer").first().waitFor();
    for (const group of await dialog().getByRole("group").all()) {
      const yes = group.getByLabel("yes", { exact: true });
      if ((await yes.count()) === 1) await yes.check();
    }
    await dialog().getByRole("button", { name: "Record the check" }).click();
    await said("The check is recorded.");
    await page.getByText("No supplier fits these filters").waitFor();

    await page.goto(`${server.url}/suppliers`);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await dialog().getByLabel("Name", { exact: true }).fill("Wieża Druk");
    await dialog().getByLabel("What it is to the clinic").selectOption("paper");
    await dialog().getByLabel("We do: it works on our word").check();
    await dialog().getByLabel("Which data it has").fill("Letters to be printed");
    await dialog().getByLabel("Another country").check();
    await date("First check by", "5", "1", inYear);
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await dialog().getByText("Say which country").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByLabel("Which country").fill("India");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await said("It is entered.");
    await page.locator("[data-suppliers]").getByText("no ground").waitFor();
  });

  it("saves what is shown as a CSV, and as a PDF", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect((await coming).suggestedFilename()).toMatch(/^suppliers-\d{4}-\d\d-\d\d\.csv$/);
    await said("The export is recorded.");
    await isPaper(/^suppliers-\d{4}-\d\d-\d\d\.pdf$/);
  });

  it("plans an audit, ticks it line by line, and a bad line makes a finding", async () => {
    await page.getByRole("link", { name: /^Audits/ }).click();
    await page.getByRole("button", { name: "Plan an audit" }).click();
    await dialog().getByLabel("Shared sign-ins").check();
    await date("Next by", "5", "1", inYear);
    await dialog().getByRole("button", { name: "Plan it" }).click();
    await said("It is planned.");
    await page.getByRole("button", { name: /^Shared sign-ins/ }).click();
    await panel().getByRole("button", { name: "Begin" }).click();
    const lines = panel().locator("[data-ticks] li");
    await lines.first().getByRole("combobox").selectOption("in order");
    await panel().getByText("1 of 4 looked at").waitFor();
    await lines.nth(1).getByRole("combobox").selectOption("not in order");
    await dialog().getByLabel("What is not in order").fill("One password for two people.");
    await dialog().getByLabel("Who puts it right").selectOption({ label: "Tom Reed" });
    await date("By when", "5", "1", inYear);
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Record the finding" }).click();
    await said("The finding is recorded, with its owner.");
    await page.locator("[data-findings]").getByText("One password for two people.").waitFor();
    await panel().getByRole("button", { name: "Close the round" }).click();
    await dialog().getByText("2 lines were not looked at").waitFor();
    await dialog().getByLabel("How it stands").fill("One shared password.");
    await dialog().getByRole("button", { name: "Close it" }).click();
    await said("The round is closed");
    await panel().locator("[data-rounds]").getByText("1 finding, 2 not looked at").waitFor();
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await panel().getByRole("button", { name: "PDF" }).click();
    expect((await coming).suggestedFilename()).toMatch(/^audit-[a-z0-9]{15}-1\.pdf$/);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("looks at the week's sample, and draws it again", async () => {
    await page.goto(`${server.url}/audits`);
    const sample = page.locator("[data-sample] li");
    await sample.first().waitFor();
    await isPaper(/^audits-\d{4}-\d\d-\d\d\.pdf$/);
    await sample.getByRole("button", { name: "Look at it" }).first().click();
    await dialog().getByLabel("no reason found").check();
    await dialog().getByRole("button", { name: "Record it" }).click();
    await dialog().getByText("Say in a sentence what you found").waitFor();
    await dialog().getByLabel("In a sentence").fill("Not in the diary.");
    await dialog().getByRole("button", { name: "Record it" }).click();
    await said("It is recorded");
    await sample.getByText("“Not in the diary.”").waitFor();
    await page.getByRole("button", { name: "Draw it again to check" }).click();
    await page.locator("[data-again]").getByText("the same").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("met nothing on the way that nobody expected", () => expect(troubles).toEqual([]));
});
