import type { BrowserContext, Page, Request, Route } from "playwright";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  rulesOfColour,
  signedInWindow,
  troublesOf,
  widerThanWindow,
} from "../../support/browser/dashboard-page.ts";
import { asSignedIn, firstScreen, watching } from "../../support/browser/first-screen.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** What the first screen may cost, whoever signs in. Charts, exports and dialogs come when they are asked for. */
const budget = { script: 110_000, requests: 40, api: 3, line: 2 };

const roles = ["dpo", "manager", "staff", "auditor"] as const;
type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const windows = [
  { width: 1440, height: 900, dark: false },
  { width: 1440, height: 900, dark: true },
  { width: 1024, height: 768, dark: false },
  { width: 1024, height: 768, dark: true },
  { width: 390, height: 844, dark: false },
  { width: 390, height: 844, dark: true },
];
const folder = picturesOf("first-screen");

/** Holds what a page asks for until it is let go. */
async function held(page: Page, pattern: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(pattern, async (route: Route) => {
    await free;
    await route.continue();
  });
  return letGo;
}

/** Counts what a page has asked for under a path and not got yet. */
function unread(page: Page, path: string): () => number {
  const waiting = new Set<Request>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith(path)) waiting.add(request);
  });
  page.on("requestfinished", (request) => waiting.delete(request));
  page.on("requestfailed", (request) => waiting.delete(request));
  return () => waiting.size;
}

describeWith(["chromium", "dashboard"])("the first screen", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  /** Only the browser that people have tells of code that could not be fetched as they meet it. */
  let whole: PlainBrowser;
  const states = new Map<string, State>();
  // A window that a failure leaves open goes on listening to the server.
  const open: BrowserContext[] = [];
  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
  });

  const opened = async (role: string, size: Parameters<PlainBrowser["window"]>[0] = {}, by = browser) => {
    const state = states.get(role);
    if (!state) throw new Error(`${role} has not signed in`);
    const context = await by.window(size);
    open.push(context);
    const page = await asSignedIn(context, state);
    return { context, page, troubles: troublesOf(page) };
  };

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    whole = things.open(await launchPlainBrowser({ whole: true }));
  });

  it.each(roles)("stays within its budget after the sign-in and after a reload: %s", async (role) => {
    const { context, troubles } = await signedInWindow(browser, server, role);
    states.set(role, await context.storageState());
    await context.close();
    expect(troubles).toEqual([]);

    const fresh = await opened(role);
    const asked = watching(fresh.page);
    await firstScreen(fresh.page, role !== "staff", () => fresh.page.goto(server.url));
    const loaded = await asked();
    // Whatever would read itself anew without end has had its time when a dialog has come and gone.
    await fresh.page.keyboard.press("?");
    await fresh.page.getByRole("dialog", { name: "Keys" }).waitFor();
    await fresh.page.keyboard.press("Escape");
    await fresh.page.getByRole("dialog").waitFor({ state: "detached" });
    const after = await asked();
    await fresh.context.close();
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    process.stdout.write(
      `first screen, ${role}: ${kB(loaded.script)} of JavaScript, ${loaded.requests} requests, ${after.api.length} + ${after.line} of the API\n`,
    );
    expect(loaded.script).toBeLessThanOrEqual(budget.script);
    expect(loaded.script).toBeGreaterThan(50_000);
    expect(loaded.requests).toBeLessThanOrEqual(budget.requests);
    expect(after.api.length, after.api.join(", ")).toBeLessThanOrEqual(budget.api);
    expect(after.api.length).toBeGreaterThan(0);
    expect(after.line).toBe(role === "staff" ? 0 : budget.line);
    expect(fresh.troubles).toEqual([]);
  });

  it.each(windows)(
    "shows frame, title and what it waits for before any answer: $width px, dark: $dark",
    async (size) => {
      const { context, page, troubles } = await opened("dpo", size);
      const name = `${size.width}${size.dark ? "-dark" : ""}`;
      const scripts = await held(page, "**/_app/**/*.js");
      const answers = await held(page, "**/api/**");
      const load = page.goto(server.url, { waitUntil: "commit" });
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await page.getByText("Opening the page.").waitFor();
      await pictureForPeople(page, { path: `${folder}/shell-${name}.png` });
      expect(await widerThanWindow(page)).toBe(0);

      scripts();
      await load;
      await page.getByText("Waiting for the clinic’s server.").waitFor();
      expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual(["Today"]);
      const rail = page.getByRole("navigation", { name: "Main" });
      const names = await rail.getByRole("link").allInnerTexts();
      expect(names).toEqual(expect.arrayContaining(["Today", "Access log", "Settings"]));
      await page.evaluate(() => document.fonts.ready);
      await pictureForPeople(page, { path: `${folder}/waiting-${name}.png` });
      expect(await axeViolations(page, size.dark ? rulesOfColour : undefined)).toEqual([]);
      expect(await widerThanWindow(page)).toBe(0);

      answers();
      await page.getByRole("heading", { level: 2, name: "Waiting for me" }).waitFor();
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(await page.locator("#shell, #waiting").count()).toBe(0);
      // The frame stood where it stands now: the same pages, in the same order.
      const now = await rail.getByRole("link").allInnerTexts();
      expect(now.map((text) => text.replace(/\s*\d+.*$/s, ""))).toEqual(names);
      await pictureForPeople(page, { path: `${folder}/today-${name}.png` });
      await context.close();
      expect(troubles).toEqual([]);
    },
  );

  it("shows the sign-in's title at once to whoever is not signed in", async () => {
    for (const path of ["/", "/sign-in"]) {
      const context = await browser.window();
      const page = await context.newPage();
      const answers = await held(page, "**/api/**");
      await page.goto(server.url + path);
      await page.getByText("Waiting for the clinic’s server.").waitFor();
      expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual(["Sign in"]);
      expect(await page.getByRole("navigation").count()).toBe(0);
      await pictureForPeople(page, { path: `${folder}/waiting-sign-in.png` });
      answers();
      await page.getByLabel("E-mail").waitFor();
      await context.close();
    }
  });

  it("says so when the server is away, and opens by itself or by a press", async () => {
    const { context, page } = await opened("manager");
    const answers = await held(page, "**/api/**");
    const parts = unread(page, "/_app/");
    const asked = page.waitForRequest("**/api/**");
    await page.goto(server.url);
    await page.getByText("Waiting for the clinic’s server.").waitFor();
    // A part of the page that is still on its way when the line breaks is another trouble, with other words.
    await asked;
    await expect.poll(parts).toBe(0);
    await context.setOffline(true);
    await page.getByText("This computer is not connected.").waitFor();
    await pictureForPeople(page, { path: `${folder}/not-connected.png` });
    answers();
    await page.getByRole("heading", { name: "This page did not open" }).waitFor();
    await page.getByText("This computer is not connected to a network.").waitFor();
    // The frame stands with the doors of the role; and what did not open opens by itself.
    await page.getByRole("link", { name: "Incidents", exact: true }).waitFor();
    await pictureForPeople(page, { path: `${folder}/no-answer.png` });
    await page.unrouteAll();
    await context.setOffline(false);
    await page.getByRole("heading", { level: 2, name: "Waiting for me" }).waitFor();
    await context.close();
  });

  describe("what comes later", () => {
    it("opens by its key with the focus in its field, and gives the focus back", async () => {
      const { context, page, troubles } = await opened("dpo");
      await firstScreen(page, true, () => page.goto(server.url));
      const door = page.getByRole("button", { name: /Add what somebody told me/ });
      await door.focus();
      await page.keyboard.press("t");
      const dialog = page.getByRole("dialog", { name: "What somebody told me" });
      await dialog.waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
      await page.waitForFunction(() => document.activeElement?.id === "told");
      await page.keyboard.type("Somebody rang about a letter");
      expect(await page.getByLabel("What they told you").inputValue()).toBe("Somebody rang about a letter");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await door.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press("Control+k");
      await page.getByPlaceholder(/^Record’s last four/).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // Closed by Esc, it keeps what was written.
      await page.keyboard.press("t");
      await dialog.waitFor();
      expect(await page.getByLabel("What they told you").inputValue()).toBe("Somebody rang about a letter");
      expect(await focused()).toBe("told");
      await context.close();
      expect(troubles).toEqual([]);
    });

    it("keeps what is typed while its code is fetched, never the key that asked, and closes by Back", async () => {
      const { context, page, troubles } = await opened("dpo");
      await firstScreen(page, true, () => page.goto(`${server.url}/`));
      await page.getByRole("link", { name: "My record" }).click();
      await page.getByRole("heading", { level: 1, name: "My record" }).waitFor();
      const comes = await held(page, "**/_app/immutable/**");
      await page.keyboard.down("t");
      await page.keyboard.down("t");
      await page.keyboard.up("t");
      await page.keyboard.type("tj Slip");
      await page.keyboard.press("Backspace");
      await page.keyboard.down("t");
      comes();
      const field = page.getByLabel("What they told you");
      await page.waitForFunction(() => document.activeElement?.id === "told");
      expect(await field.inputValue()).toBe("tj Slit");
      // A key that is still down repeats into nothing; pressed anew it writes.
      await page.keyboard.down("t");
      expect(await field.inputValue()).toBe("tj Slit");
      await page.keyboard.up("t");
      await page.keyboard.type("t!");
      expect(await field.inputValue()).toBe("tj Slitt!");
      await page.goBack();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // The address that Back has left is put back a moment later.
      await page.waitForURL((address) => address.pathname === "/my-record");
      await page.goBack();
      await page.waitForURL((address) => address.pathname === "/");
      await context.close();
      expect(troubles).toEqual([]);
    });

    it("keeps the frame and the page where the server goes away, says so, and is whole again by itself", async () => {
      const { context, page } = await opened("dpo");
      await firstScreen(page, true, () => page.goto(server.url));
      await page.route("**/api/**", (route) => route.abort());
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Mail" }).click();
      const main = page.getByRole("main");
      await main.getByText("The clinic’s server does not answer.").waitFor();
      await main.getByText("opens by itself").waitFor();
      await page.unrouteAll();
      await main.locator("[data-mail]").waitFor();

      // Stopped for a moment: what stands before the server answers for it.
      await page.route("**/api/**", (route) =>
        route.fulfill({
          status: 502,
          json: { status: 502, message: "The server is starting or stopping.", data: {} },
        }),
      );
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Incidents" }).click();
      await main.getByText("The clinic’s server is starting, stopping or busy.").waitFor();
      expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(true);
      await page.unrouteAll();
      await main.locator("[data-incidents]").waitFor();

      // An error that stays is told as what it is, and is asked for again by a press.
      await page.route("**/api/collections/browsers/**", (route) =>
        route.fulfill({ status: 500, json: { status: 500, message: "", data: {} } }),
      );
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Browsers" }).click();
      await main.getByText("The server answers, but could not do this.").waitFor();
      await page.unrouteAll();
      await main.getByRole("button", { name: "Try again" }).click();
      await main.locator("[data-browsers]").waitFor();

      // What stands stays, and says from when it is.
      await page.keyboard.press("t");
      const told = page.getByRole("dialog", { name: "What somebody told me" });
      await told.waitFor();
      await page.keyboard.type("Somebody rang");
      await context.setOffline(true);
      await told.getByRole("button", { name: "Keep it" }).click();
      await told.getByText("This computer is not connected to a network.").waitFor();
      await page.locator("[data-lost]").waitFor();
      await context.setOffline(false);
      await page.locator("[data-lost]").waitFor({ state: "detached" });
      expect(await page.getByLabel("What they told you").inputValue()).toBe("Somebody rang");
      await context.close();
    });

    it.each(["Enter", " ", "ArrowDown"])(
      "opens the account's menu by the key %j, on its first line",
      async (key) => {
        const { context, page, troubles } = await opened("dpo");
        await firstScreen(page, true, () => page.goto(server.url));
        const button = page.getByRole("button", { name: /^Account/ });
        await button.focus();
        await page.keyboard.press(key);
        await page.getByRole("menu").waitFor();
        const here = () => page.evaluate(() => document.activeElement?.textContent?.trim());
        await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
        expect(await here()).toBe("My record");
        await page.keyboard.press("ArrowDown");
        expect(await here()).toBe("All keys");
        await page.keyboard.press("Escape");
        await page.getByRole("menu").waitFor({ state: "detached" });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
        // From here on it is the menu's own button.
        await page.keyboard.press("Enter");
        await page.getByRole("menuitem", { name: "All keys" }).click();
        await page.getByRole("dialog", { name: "Keys" }).waitFor();
        await context.close();
        expect(troubles).toEqual([]);
      },
    );

    it("says so when its code is gone after an upgrade, and offers to reload", async () => {
      const { context, page } = await opened("dpo", {}, whole);
      await firstScreen(page, true, () => page.goto(server.url));
      await page.route("**/_app/immutable/**", (route) => route.fulfill({ status: 404, body: "" }));
      await page.keyboard.press("t");
      const told = page.getByRole("dialog", { name: "This did not open" });
      await told.waitFor();
      expect(await told.innerText()).toContain("Chaperone was updated since this tab was opened");
      expect(
        await told
          .getByRole("button", { name: "Reload the page" })
          .evaluate((one) => one === document.activeElement),
      ).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      await pictureForPeople(page, { path: `${folder}/missing-part.png` });
      await page.keyboard.press("Escape");
      await told.waitFor({ state: "detached" });

      await page.getByRole("button", { name: /^Account/ }).click();
      await page.getByRole("status").getByText("Reload the page.").waitFor();

      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "People" }).click();
      await page.getByRole("heading", { name: "This page did not open" }).waitFor();
      await page.getByRole("main").getByText("Chaperone was updated since this tab was opened").waitFor();
      await pictureForPeople(page, { path: `${folder}/missing-page.png` });
      await page.unrouteAll();
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
      await context.close();
    });

    it("opens a page whole where another version of Chaperone serves it", async () => {
      const { context, page } = await opened("dpo", {}, whole);
      await firstScreen(page, true, () => page.goto(server.url));
      await page.route("**/_app/version.json", (route) => route.fulfill({ json: { version: "another" } }));
      let gone = 0;
      await page.route("**/_app/immutable/**", (route) =>
        gone++ === 0 ? route.fulfill({ status: 404, body: "" }) : route.continue(),
      );
      const loaded = page.waitForEvent("load");
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "People" }).click();
      await loaded;
      await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
      expect(gone).toBeGreaterThan(1);
      await context.close();
    });

    it("says so when the app itself could not be fetched", async () => {
      const { context, page } = await opened("dpo", {}, whole);
      await page.route("**/_app/immutable/entry/**", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(`${server.url}/log`);
      await page.getByRole("alert").getByText("This page could not be fetched.").waitFor();
      await pictureForPeople(page, { path: `${folder}/broken.png` });
      await page.unrouteAll();
      await page.getByRole("link", { name: "Reload the page" }).click();
      await page.getByRole("heading", { level: 1, name: "Access log" }).waitFor();
      await context.close();
    });
  });
});
