import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { exampleUsers, ingest, pairedBrowser, recordView } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const old = (what: string) => ({ kind: "record.export", detail: { v: 1, page: "patient", what } });

describeWith(["chromium", "dashboard"])("entries that may tell of what nobody did", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const staff = exampleUsers(server).find(({ role }) => role === "staff");
    const token = await pairedBrowser(server, "--user", staff?.email ?? "");
    const told = { kind: "record.export", detail: { v: 2, adapter: 2, what: "list" } };
    const sent = [old("list"), old("list"), told].map((more, i) => recordView(i + 1, "4711", more));
    await ingest(server, token, sent);
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("are told to the lead with how many and why, and the number leads to them", async () => {
    await page.goto(server.url);
    const row = page.locator("[data-blind] a").filter({ hasText: "may tell of what nobody did" });
    expect(await row.innerText()).toContain("2 entries");
    expect(await row.innerText()).toContain("2 exports: an older version took ordinary clicks for them");
    await row.click();
    await page.waitForURL(/\/log\?doubtful=1$/);
    await page.getByText("Export, list, Cliniko").waitFor();
    expect(await page.locator("[data-row]").count()).toBe(2);
    expect(await page.getByLabel("Doubt").inputValue()).toBe("1");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("bear the word in the log, and say why in their panel; a true one beside them does not", async () => {
    await page.goto(`${server.url}/log?record=4711`);
    const rows = page.locator("[data-log] tbody tr").filter({ hasText: "Export" });
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.filter({ hasText: "doubtful" }).count()).toBe(2);
    await page.getByText(", 2 doubtful.").waitFor();
    await rows.filter({ hasText: "doubtful" }).first().locator("[data-row]").click();
    await page.getByRole("heading", { name: "Doubtful: record exported, list" }).waitFor();
    await page.getByText("each click on a link to Patients").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await rows.filter({ hasNotText: "doubtful" }).locator("[data-row]").click();
    await page.getByRole("heading", { name: "Record exported, list", exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("are doubtful to the person whom they are about", async () => {
    const own = await signedInWindow(browser, server, "staff");
    await own.page.goto(`${server.url}/my-record`);
    const entries = own.page.locator("[data-own] li").filter({ hasText: "Doubtful: record exported, list" });
    await expect.poll(() => entries.count()).toBe(2);
    expect(await entries.first().innerText()).toContain("It may be that nobody did this");
    expect(own.troubles).toEqual([]);
  });
});
