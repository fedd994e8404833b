import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { faultsOfFit, picturesOf, signedInWindow, troublesOf } from "../../support/browser/dashboard-page.ts";
import { faultsOfLooks, wide } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const folder = picturesOf("retention");
const inDays = (days: number): string => clinicDay(days);
const refs = (n: number): string => `18054652029870${10_000 + n}`;

describeWith(["chromium", "dashboard"])("retention in the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];
  let sent: string[];

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page } = await signedInWindow(browser, server, "dpo"));
    troubles = troublesOf(page);
    sent = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.postData() ?? "");
    });
  });

  const list = (text: string | Buffer, name = "list.csv") =>
    page
      .getByLabel("The list, as CSV")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

  it("a list is computed here, compared and brought in; no name and no birth date is sent", async () => {
    await page.goto(`${server.url}/retention/list`);
    const text = [
      "Patient ID;Full name;Last appointment;Date of birth",
      `${refs(1)};Ffion Prys-Jones;21/11/2018;01/04/1980`,
      `${refs(2)};Séamas Ó Briain;13/05/2027;10/03/2010`,
    ].join("\r\n");
    await list(text);
    await page.getByText("2 records, UTF-8, parted by semicolons").waitFor();
    await page.getByRole("button", { name: "Compute" }).click();
    await page.getByText("Line 3: a day that is still to come").waitFor();
    expect(await page.getByRole("button", { name: "Compare" }).count()).toBe(0);

    await list(Buffer.from(`\ufeff${text.replace("2027", "2026")}`, "utf16le"));
    await page.getByText("2 records, UTF-16, parted by semicolons").waitFor();
    await page.getByRole("button", { name: "Compute" }).click();
    await page.getByText("2 records in").waitFor();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByText("2 new").waitFor();
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByRole("link", { name: "To the list" }).click();
    await page.waitForURL(/\/retention$/);
    const bodies = sent.join("\n");
    expect(bodies).toContain(`["${refs(1)}","adult","2026-12-01"]`);
    for (const never of ["Ffion", "Séamas", "2010-03-10", "1980", "2018", "10/03/2010"])
      expect(bodies).not.toContain(never);
  });

  it.each([
    ["nothing", "", "This file is empty: 0 bytes."],
    ["headings alone", "Patient ID,Last appointment\r\n", "no record below it"],
    ["two ways of writing days", "Patient ID,Last seen\n1,13/04/2020\n2,04/13/2020", "written in two ways"],
    ["a workbook", "PK\u0003\u0004", "save the sheet as CSV"],
  ])("a file with %s is refused", async (_, text, says) => {
    await page.goto(`${server.url}/retention/list`);
    await list(text);
    await page.locator("[data-refused]", { hasText: says }).waitFor();
  });

  it("asks once where days read two ways", async () => {
    await page.goto(`${server.url}/retention/list`);
    await list(`Patient ID,Last seen,Class\n${refs(9)},03/04/2026,adult`);
    await page.getByText("“03/04/2026” reads two ways").waitFor();
    await page.getByLabel("The month first").check();
    await page.getByRole("button", { name: "Compute" }).click();
    await page.getByText("1 records in").or(page.getByText("1 record in")).waitFor();
  });

  it("a million records are refused with progress, and nothing goes in", { timeout: 180_000 }, async () => {
    await page.goto(`${server.url}/retention/list`);
    const lines = ["Patient ID,Last appointment,Date of birth"];
    for (let i = 0; i < 1_000_000; i += 1) lines.push(`${i},2020-01-01,1980-01-01`);
    await list(lines.join("\n"));
    await page.getByRole("progressbar").waitFor();
    await page
      .locator("[data-refused]", { hasText: "1,000,000 records; 250,000 go in at once" })
      .waitFor({ timeout: 120_000 });
  });

  it("200,000 records are computed, with progress", { timeout: 180_000 }, async () => {
    await page.goto(`${server.url}/retention/list`);
    const lines = ["Patient ID,Last appointment,Date of birth"];
    for (let i = 0; i < 200_000; i += 1)
      lines.push(
        `${1_000_000 + i},20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10},19${50 + (i % 50)}-01-0${1 + (i % 9)}`,
      );
    await list(lines.join("\n"));
    await page.getByText("200,000 records, UTF-8").waitFor({ timeout: 60_000 });
    await Promise.all([
      page.getByRole("progressbar", { name: "Computing" }).waitFor(),
      page.getByRole("button", { name: "Compute" }).click(),
    ]);
    // A pattern is held against the text as it is written, with its line breaks.
    await page.getByText(/200,000\s+records in [\d.]+ s/).waitFor({ timeout: 60_000 });
  });

  it("a late record goes its way to the second person", async () => {
    await page.goto(`${server.url}/retention`);
    await page.getByRole("button", { name: "cliniko …2217" }).click();
    const panel = page.getByRole("complementary", { name: "cliniko …2217" });
    await panel.getByText("The access log").waitFor();
    expect(await faultsOfLooks(page, `${folder}/panel`, [wide])).toEqual([]);
    await panel.getByRole("button", { name: "Appraise" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What you found").fill("No implant, seen once.");
    await dialog.getByRole("button", { name: "Appraised" }).click();
    await panel.getByRole("button", { name: "Keep longer" }).click();
    await dialog.getByLabel("Why").fill("A technical issue in the system.");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.getByText("no reason").first().waitFor();
    await dialog.getByRole("button", { name: "Leave it" }).click();
    await panel.getByRole("button", { name: "Ask a second person" }).click();
    await dialog.getByLabel("Second person").selectOption({ label: "Ingrid Tolhurst" });
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await panel.getByText("Ingrid Tolhurst was asked.").waitFor();
    expect(await panel.getByRole("button", { name: "Agree" }).count()).toBe(0);
  });

  it("a record that somebody holds in one tab is not worked on in another, and is released where holds are", async () => {
    const name = "cliniko …5840";
    await page.goto(`${server.url}/retention`);
    await page.getByRole("button", { name }).click();
    const panel = page.getByRole("complementary", { name });
    await panel.getByRole("button", { name: "Appraise" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What you found").fill("Nothing.");

    const other = await page.context().newPage();
    await other.goto(`${server.url}/retention`);
    await other.getByRole("button", { name }).click();
    await other.getByRole("complementary").getByRole("button", { name: "Hold", exact: true }).click();
    const placing = other.getByRole("dialog");
    const choose = (id: string, label: string) => placing.locator(`#${id}`).selectOption({ label });
    await choose("purpose", "a legal matter");
    await choose("causeKind", "a claim");
    await placing.locator("#reference").fill("CLM-7");
    await choose("authoriser", "Priya Raman");
    const [year = "", month = "", day = ""] = inDays(30).split("-");
    await placing.locator("#reviewOn").fill(day);
    await placing.locator("#reviewOn-month").fill(month);
    await placing.locator("#reviewOn-year").fill(year);
    await placing.locator("#why").fill("An insurer has told us of a claim.");
    await placing.getByRole("button", { name: "Hold it" }).click();
    await other.locator("[data-record-holds]").getByText("CLM-7").waitFor();

    await dialog.getByRole("button", { name: "Appraised" }).click();
    await dialog.locator("[data-changed-meanwhile=refused]").waitFor();
    await dialog.getByRole("button", { name: "Leave it" }).click();
    await page.goto(`${server.url}/retention?show=held`);
    await page.getByText("held: a claim").waitFor();
    await page.getByRole("button", { name }).click();
    expect(await panel.getByRole("button", { name: "Appraise" }).count()).toBe(0);
    await panel.getByRole("link", { name: /CLM-7/ }).click();
    await page.waitForURL(/\/holds\?id=/);
    await page.getByRole("button", { name: /^Release/ }).click();
    await dialog.locator("#reason").fill("The claim was withdrawn.");
    await dialog.getByRole("button", { name: "Release it" }).click();
    await page.getByText("It is released.").waitFor();
    await other.close();
    await page.goto(`${server.url}/retention`);
    await page.getByRole("button", { name }).click();
    await panel.getByRole("button", { name: "Appraise" }).waitFor();
    troubles.splice(0, troubles.length, ...troubles.filter((one) => !one.startsWith("409")));
  });

  it("what Chaperone holds names what lies in browsers", async () => {
    await page.goto(`${server.url}/retention/own`);
    const row = (words: string) => page.getByRole("row", { name: new RegExp(words) });
    await row("Sentences, reports and notices").getByText("gone 30 days after the last change").waitFor();
    await row("Events in outboxes of browsers")
      .getByText(/as .* told|no browser has told/)
      .waitFor();
    await row("Drafts of the clinic’s policy").waitFor();
    expect(await faultsOfFit(page)).toEqual([]);
  });

  it("a certificate is a PDF, and the list a CSV", async () => {
    await page.goto(`${server.url}/retention?show=done`);
    await page.getByRole("button", { name: "cliniko …3390" }).click();
    const [pdf] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "DES-1 as PDF" }).click(),
    ]);
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await page.goto(`${server.url}/retention?show=all`);
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const text = readFileSync(await csv.path(), "utf8");
    expect(text).toContain("DES-1");
    expect(text.split("\r\n").length).toBeGreaterThan(40);
  });

  it("fits a phone, list and panel", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/retention?show=held`);
    expect(await faultsOfFit(page)).toEqual([]);
    await page.getByRole("button", { name: "cliniko …9034" }).click();
    await page.getByRole("complementary").waitFor();
    expect(await faultsOfFit(page)).toEqual([]);
    const phone = { width: 390, height: 844, themes: ["light"] } as const;
    expect(await faultsOfLooks(page, `${folder}/panel`, [phone])).toEqual([]);
    await page.setViewportSize(phone);
    await page.getByRole("button", { name: "Close the panel" }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(troubles).toEqual([]);
  });
});
