import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { rowsIn } from "../../server/people/database.ts";
import { axeViolations, picturesOf, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("staff's own rights, from the screen to the database", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];
  const dialog = () => page.getByRole("dialog");
  const last = () => rowsIn(server, 'SELECT * FROM objections ORDER BY "at" DESC, rowid DESC LIMIT 1')[0];
  const pictures = `${picturesOf("dashboard")}/own`;
  const words = "I was on leave that day.";

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "staff", { width: 390, height: 844 }));
    troubles.length = 0;
  });

  it("takes everything about oneself as one archive, which stands under who looked at it", async () => {
    await page.goto(`${server.url}/my-record`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Everything about me" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^about-me-\d{4}-\d\d-\d\d\.zip$/);
    const files = unzipSync(readFileSync((await download.path()) ?? ""));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["about-me.html", "about-me.jsonl", "events.csv", "readers.csv", "users.csv"]),
    );
    expect(strFromU8(files["about-me.html"] ?? new Uint8Array())).toContain(
      "this sentence stands in everybody’s",
    );
    await page.getByText("everything about you, taken from this page").waitFor();
  });

  it("says by the keyboard that an entry is wrong; it stands beside it, on a phone too", async () => {
    const say = page
      .locator("[data-own] li")
      .first()
      .getByRole("button", { name: /^Say something/ });
    await say.focus();
    await page.keyboard.press("Enter");
    await dialog().getByLabel("In your own words").fill(words);
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: `${pictures}/say-390.png` });
    await dialog().getByRole("button", { name: "Say it" }).click();
    await page.locator("[data-beside]").first().getByText(words).waitFor();
    await page.locator("[data-said]").getByText("waits for an answer until").waitFor();
    expect(last()).toMatchObject({ what: "correct", words, state: "asked", table: "" });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.screenshot({ path: `${pictures}/mine-390.png`, fullPage: true });
  });

  it("asks what is withheld: no entry is named", async () => {
    await page.locator("[data-said]").getByRole("button", { name: "of anything else" }).click();
    await dialog().getByLabel("I ask what is kept confidential").check();
    await dialog().getByLabel("In your own words").fill("Is there anything?");
    await dialog().getByRole("button", { name: "Say it" }).click();
    await page.locator("[data-said]").getByText("Is there anything?").waitFor();
    expect(last()).toMatchObject({ what: "withheld", event: "", table: "" });
    expect(troubles).toEqual([]);
  });

  it("the lead finds it on the desk and answers; whoever said it reads the answer, and their rights", async () => {
    const own = page;
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
    troubles.length = 0;
    await page.goto(`${server.url}/desk?part=others`);
    await page
      .getByRole("link", { name: /about an entry of their own: says that it is wrong/ })
      .first()
      .click();
    const row = page.locator("[data-objections] tbody tr");
    await row.getByText(words).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: `${pictures}/objections-1440.png` });
    await row.getByRole("button", { name: /^Answer/ }).click();
    await dialog().getByLabel("Not agreed").check();
    await dialog().getByLabel("What you answer").fill("The rota shows you here.");
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Answer", exact: true }).click();
    await row.getByText("The rota shows you here.").waitFor();
    await row.getByRole("link", { name: "An entry of the log" }).click();
    await page.getByText("Said about it").first().waitFor();
    expect(troubles).toEqual([]);
    await own.reload();
    await own.locator("[data-said]").getByText("not agreed: The rota shows you here.").waitFor();
    await own.getByText("section 165", { exact: false }).waitFor();
    await own.screenshot({ path: `${pictures}/mine-answered-390.png`, fullPage: true });
    page = own;
  });
});
