import { globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  faultsOfFit,
  openWhole,
  pictureForPeople,
  picturesOf,
  signedInWindow,
  troublesOf,
} from "../../support/browser/dashboard-page.ts";
import { asSignedIn } from "../../support/browser/first-screen.ts";
import { housePages, lookedAt } from "../../support/browser/house-pages.ts";
import { everyWidth, faultsOfLooks, type LooksAt, resized, wide } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { printedButtons, printedPages } from "../../support/browser/printed.ts";
import { faultsOfScriptPolicy } from "../../support/browser/script-policy.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** The pages of the house that stand at an address of their own; one of a case or a review is looked at where it is tested. */
const routes = globSync("**/+page.svelte", { cwd: "dashboard/src/routes/(house)" })
  .map((file) => `/${file.slice(0, -"+page.svelte".length)}`.replace(/(.)\/$/, "$1"))
  .filter((path) => !path.includes("["));
/** In the narrowest of them it need only fit. */
const windows: readonly LooksAt[] = [...everyWidth, { width: 320, height: 640, themes: [] }];
const folder = picturesOf("dashboard");
const named = (path: string) => `${folder}/${path === "/" ? "today" : path.slice(1).replace(/\W+/g, "-")}`;

describeWith(["chromium", "dashboard"])("each page of the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let signedIn: Awaited<ReturnType<Awaited<ReturnType<typeof signedInWindow>>["context"]["storageState"]>>;

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    const { context } = await signedInWindow(browser, server, "dpo");
    signedIn = await context.storageState();
    await context.close();
  });

  /** A page of somebody who has signed in before. */
  const opened = async (size: Parameters<PlainBrowser["window"]>[0]) => {
    const context = await browser.window(size);
    const page = await asSignedIn(context, signedIn);
    return { context, page, troubles: troublesOf(page) };
  };

  it("is looked at, whichever it is", () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((path) => !lookedAt.has(path))).toEqual([]);
  });

  describe("is accessible, fits and breaks nothing at each width, in both themes, and refuses code made of text", () => {
    let window: Awaited<ReturnType<typeof opened>>;
    beforeAll(async () => {
      window = await opened(wide);
      return () => window.context.close();
    });

    it.each(housePages)("%s", async (path) => {
      const { page, troubles } = window;
      await openWhole(page, server.url + path);
      expect(await page.getByText("This register is switched off").count()).toBe(0);
      const found = await faultsOfLooks(page, named(path), everyWidth);
      for (const size of windows) {
        await resized(page, size);
        found.push(...(await faultsOfFit(page)).map((fault) => `${size.width} px: ${fault}`));
      }
      found.push(...troubles.splice(0), ...(await faultsOfScriptPolicy(page)));
      // What the browser says of the refusals.
      troubles.length = 0;
      expect(found).toEqual([]);
    });
  });

  it("draws the weeks and the year, and opens the rows behind a number", { timeout: 120_000 }, async () => {
    const { context, page, troubles } = await opened({ width: 1440, height: 900 });
    /** Each canvas is laid out by the charts' code, and holds something. */
    const drawn = async () => {
      await page.waitForFunction(() => {
        const all = [...document.querySelectorAll<HTMLCanvasElement>("[data-chart] canvas")];
        return all.length > 0 && all.every((one) => one.style.width !== "" && one.width > 0);
      });
      const blank = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLCanvasElement>("[data-chart] canvas")].filter((one) => {
            const pixels = one.getContext("2d")?.getImageData(0, 0, one.width, one.height).data;
            return !pixels?.some((value) => value > 0);
          }).length,
      );
      expect(blank).toBe(0);
    };
    /** Follows a number, and waits until the list under `rows` has as many. */
    const opens = async (from: string, link: string, heading: string, rows: string) => {
      await page.goto(server.url + from);
      await drawn();
      const number = page.locator(link).first();
      const count = Number(await number.innerText());
      expect(count).toBeGreaterThan(0);
      await number.click();
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await page.waitForFunction(
        ([selector, many]) => document.querySelectorAll(String(selector)).length === Number(many),
        [rows, String(count)] as const,
      );
    };
    await opens(
      "/trends?weeks=26",
      "[data-trend=incidents] tfoot a",
      "Incidents",
      "[data-incidents] tbody tr",
    );
    await opens("/trends", "[data-trend=attempts-in-mail] tfoot a >> nth=1", "Mail", "[data-mail] tbody tr");
    await opens("/trends", "[data-trend=coverage] tbody a", "Access log", "[data-log] [data-row]");
    await opens("/year", "[data-steps] td:nth-of-type(3) a", "Incidents", "[data-incidents] tbody tr");
    await context.close();
    expect(troubles).toEqual([]);
  });

  it("prints what it is, of which clinic, filtered how and when on each page, and no button", {
    timeout: 180_000,
  }, async () => {
    const { context, page } = await opened({ width: 1440, height: 900 });
    const wanted = [
      ["/log?kind=everything&when=month", "Access log", "Everything; Days 30 days"],
      ["/mail?when=month", "Mail", "Days 30 days"],
      ["/incidents?state=all", "Incidents", ""],
      ["/desk", "Desk", ""],
      ["/audits", "Audits", ""],
      ["/suppliers?state=late", "Partners and suppliers", "State"],
      ["/training?state=ends-90", "Training", "Stands ends within 90 days"],
      ["/trends", "Trends", ""],
      ["/year", "Year at a glance", ""],
      ["/review", "Weekly review", ""],
      ["/about-patients", "", ""],
      ["/", "", ""],
    ] as const;
    const wrong: string[] = [];
    let most = 0;
    for (const [path, title, filters] of wanted) {
      await openWhole(page, server.url + path);
      const pages = await printedPages(page);
      most = Math.max(most, pages.length);
      for (const [index, text] of pages.slice(0, 2).entries()) {
        for (const part of [
          "Harbour Physiotherapy",
          title,
          filters,
          "Printed",
          "from Chaperone",
          `page ${index + 1} of`,
        ])
          if (!text.includes(part))
            wrong.push(`${path}, page ${index + 1}: no “${part}” in ${text.slice(0, 200)}`);
      }
      const buttons = await printedButtons(page);
      if (buttons.length > 0) wrong.push(`${path}: ${buttons.slice(0, 5).join("; ")}`);
    }
    expect(wrong).toEqual([]);
    // The second page was among those that were read.
    expect(most).toBeGreaterThan(1);
    await context.close();
  });

  it("shows an entry beside the log, below it, and as a sheet", { timeout: 120_000 }, async () => {
    for (const size of everyWidth) {
      const { context, page } = await opened(size);
      await page.goto(`${server.url}/log?kind=mail.held`);
      await page.locator("[data-row]").first().click();
      const panel = page.getByRole("complementary");
      await panel.getByText("What happened with it").waitFor();
      await panel.getByText("the same hash").waitFor();
      await pictureForPeople(page, { path: `${folder}/log-panel-${size.width}.png` });
      expect(await axeViolations(page)).toEqual([]);

      const box = await panel.boundingBox();
      const table = await page.locator("[data-log]").boundingBox();
      expect(box).not.toBeNull();
      if (size.width === 1440) expect(box?.x).toBeGreaterThan((table?.x ?? 0) + (table?.width ?? 0) - 1);
      if (size.width === 1024) expect(box?.y).toBeGreaterThan((table?.y ?? 0) + (table?.height ?? 0) - 1);
      if (size.width === 390) expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
      await context.close();
    }
  });
});
