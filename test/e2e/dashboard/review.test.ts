import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { rowsIn } from "../../server/people/database.ts";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  rulesOfColour,
  signedInWindow,
  widerThanWindow,
} from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { patience } from "../../support/patience.ts";
import { exampleUsers } from "../../support/server/ledger-client.ts";
import { oneTimeCode } from "../../support/server/one-time-code.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const folder = picturesOf("review");
/** More presses of Tab than any page here needs. */
const tabsAtMost = 100;
/** The machine may be loaded. */
const slowly = { timeout: patience };

describeWith(["chromium", "dashboard"])("the weekly review", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];
  const reviewed = () =>
    rowsIn(
      server,
      "SELECT * FROM reviews WHERE state IN ('prepared', 'held', 'signed') ORDER BY weekOf DESC LIMIT 1",
    )[0] ?? {};
  const undecided = () =>
    rowsIn(server, "SELECT id FROM review_items WHERE review = ? AND decision = ''", String(reviewed().id))
      .length;

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "manager", { width: 1440, height: 900 }));
  });

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  /** What has the focus, by the words on it. */
  const focused = () =>
    page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  async function tabTo(words: string): Promise<void> {
    for (let i = 0; i < tabsAtMost; i += 1) {
      if ((await focused()).startsWith(words)) return;
      await press("Tab");
    }
    throw new Error(`Tab never came to "${words}"`);
  }
  const dialog = (name: string) => page.getByRole("dialog", { name }).waitFor();
  const noDialog = () => page.getByRole("dialog").waitFor({ state: "detached" });
  async function looks(name: string): Promise<void> {
    for (const theme of ["light", "dark"]) {
      await page.evaluate((one) => {
        document.documentElement.dataset.theme = one;
      }, theme);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        expect(await axeViolations(page, theme === "dark" ? rulesOfColour : undefined)).toEqual([]);
        expect(await widerThanWindow(page)).toBe(0);
        await pictureForPeople(page, { path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate(() => {
      delete document.documentElement.dataset.theme;
    });
  }

  /** How many items the agenda has to decide, and what was decided of the one that is shown. */
  const onScreen = async () => ({
    left: (await page.locator("[data-agenda] button > span:last-child").allInnerTexts()).reduce(
      (sum, text) => sum + Number(/^(\d+)\s*to decide/.exec(text.trim())?.[1] ?? 0),
      0,
    ),
    outcomes: await page.locator("[data-outcome]").count(),
  });

  /** Notes the item that is next on the screen, or decides it where it can't be noted. */
  async function settle(left: number): Promise<void> {
    // While an item is read anew a key does nothing.
    await expect.poll(onScreen, slowly).toEqual({ left, outcomes: 0 });
    if ((await page.locator("[data-open]").count()) === 0) await press("a");
    else {
      await press("e");
      await dialog("Decide it");
      await page.keyboard.type("As it stands.");
      await tabTo("Decide it");
      await press("Enter");
      await noDialog();
    }
    await expect.poll(undecided, slowly).toBe(left - 1);
  }

  it("is held from a cold start by keyboard alone", { timeout: 240_000 }, async () => {
    await page.goto(`${server.url}/`);
    await page.getByRole("link", { name: "Start this week’s review" }).waitFor();
    await tabTo("Start this week’s review");
    await press("Enter");
    await page.getByRole("button", { name: "Prepare the review" }).waitFor();
    await looks("start");
    await press("s");
    await page.getByRole("button", { name: "Hold the review" }).waitFor();
    await press("s");
    await dialog("Hold the review");
    // Whoever opens it takes the chair, unless they say otherwise.
    expect(await page.getByLabel("Chair", { exact: true }).locator("option:checked").textContent()).toBe(
      "Ingrid Tolhurst",
    );
    await looks("hold");
    await tabTo("Begin");
    await press("Enter");
    await page.locator("[data-meeting]").waitFor();
    // As fast as anybody types: what is shown can be acted on, and the form that it came from is gone.
    expect(await page.getByRole("dialog").count()).toBe(0);
    const title = () => page.getByRole("heading", { level: 1 }).innerText();
    const first = await title();
    await press("j");
    await expect.poll(title, slowly).not.toBe(first);
    await press("k");
    await expect.poll(title, slowly).toBe(first);
    await looks("item");
    expect(undecided()).toBeGreaterThan(2);

    await press("n");
    await dialog("Make an action");
    await page.keyboard.type("Clear the suggestions on both desks.");
    await press("Tab", "ArrowDown");
    await tabTo("Give it");
    await press("Enter");
    await noDialog();
    await press("d");
    await dialog("Defer it");
    await tabTo("Defer it");
    await press("Enter");
    await page.getByText("Say why it waits").waitFor();
    await page.keyboard.type("The answer comes tomorrow.");
    await tabTo("Defer it");
    await press("Enter");
    await noDialog();

    const told = () =>
      rowsIn(server, "SELECT id FROM review_items WHERE key = 'told' AND subject <> ''").length;
    const before = told();
    await press("t");
    await dialog("What somebody told me");
    await page.keyboard.type("A folder lay open at the desk.");
    await tabTo("Keep it");
    await press("Enter");
    await noDialog();
    await expect.poll(told, slowly).toBe(before + 1);
    expect(new URL(page.url()).pathname).toBe("/review");

    await press("l");
    await dialog("What we tell the team");
    await page.keyboard.type("Check the address, not the suggestion.");
    await tabTo("Keep it");
    await press("Enter");
    await noDialog();

    for (let left = undecided(); left > 1; left -= 1) await settle(left);
    await expect.poll(onScreen, slowly).toEqual({ left: 1, outcomes: 0 });
    await press("s");
    await page.getByRole("heading", { name: "Before you sign" }).waitFor();
    for (const part of ["Decided", "Deferred", "Noted"])
      await page.locator(`[data-sign-off="${part}"]`).waitFor();
    // What nobody decides is left open with a reason: it is summed up so, and signing closes the minutes alone.
    const open = page.locator("[data-sign-off='Still open']");
    await press("s");
    await page.locator("[data-refused]").getByText("1 item is neither decided nor left open").waitFor();
    await tabTo("Leave it open");
    await press("Enter");
    await dialog("Leave it open");
    await page.keyboard.type("Nobody knows yet.");
    await tabTo("Leave it open");
    await press("Enter");
    await noDialog();
    await open.getByText("Nobody knows yet. · comes back in the next review").waitFor();
    expect(await page.locator("[data-changed-since]").count()).toBe(0);
    expect(await page.locator("[data-sign-off-says]").innerText()).toMatch(
      /\d+ decided, \d+ noted, \d+ deferred, 1 still open\. Signing closes the minutes/,
    );
    await looks("sign-off");
    await press("s");
    await dialog("Sign and close");
    await page.keyboard.type("000000");
    await press("Enter");
    await page.getByText("This code is not right").waitFor();
    const me = exampleUsers(server).find(({ role }) => role === "manager");
    await press("Control+a");
    await page.keyboard.type(await oneTimeCode(me?.totpSecret ?? ""));
    await press("Enter");
    await page.getByText("This week’s review is signed.").waitFor();
    expect(reviewed().state).toBe("signed");
  });

  it("hands its minutes out as a PDF, and shows who has read the message", async () => {
    await page
      .getByRole("link", { name: /^Review \d+/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Minutes as PDF" }).waitFor();
    await looks("signed");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Minutes as PDF" }).click(),
    ]);
    const path = `${folder}/minutes.pdf`;
    await download.saveAs(path);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
    const [wider] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "PDF without names" }).click(),
    ]);
    expect(wider.suggestedFilename()).toMatch(/^weekly-review-\d+-without-names\.pdf$/);
    expect(await page.locator("[data-read-by]").innerText()).toMatch(/^0 of \d+ people have read it/);
    await page.goto(`${server.url}/`);
    await page.getByRole("button", { name: "I have read it" }).click();
    await page.locator("[data-team-message]").waitFor({ state: "detached" });
    const readers =
      "SELECT r.id FROM message_reads r JOIN learning_messages m ON m.id = r.message WHERE m.review = ?";
    expect(rowsIn(server, readers, String(reviewed().id))).toHaveLength(1);
  });

  it("is only read by an auditor, and shut to staff", async () => {
    for (const [role, heading] of [
      ["auditor", "Weekly review"],
      ["staff", "Not for your role"],
    ] as const) {
      const { context, page: own } = await signedInWindow(browser, server, role);
      await own.goto(`${server.url}/review`);
      await own.getByRole("heading", { name: heading }).waitFor();
      expect(await own.getByRole("button", { name: /Prepare|Hold/ }).count()).toBe(0);
      await context.close();
    }
  });

  it("broke nothing on the way", () => {
    expect(troubles.filter((one) => one !== "400 /api/chaperone/act")).toEqual([]);
  });
});
