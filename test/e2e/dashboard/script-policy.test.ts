import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { signedInWindow, troublesOf } from "../../support/browser/dashboard-page.ts";
import { lookedAt } from "../../support/browser/house-pages.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { dashboardRoutes } from "../../support/browser/routes.ts";
import { faultsOfScriptPolicy } from "../../support/browser/script-policy.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type SignedIn, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** Pages of whoever is not signed in. */
const entrance = ["/enrol", "/setup", "/sign-in"];

/** The others are asked where they are looked at, in `looks.test.ts`. */
const asked = dashboardRoutes.filter((route) => !lookedAt.has(route));

describeWith(["chromium", "dashboard"])("the strict script policy", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let lead: Page;
  let stranger: Page;
  let troubles: { lead: string[]; stranger: string[] };
  let reader: SignedIn;

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    reader = await signInAs(server, "manager");
    const window = await signedInWindow(browser, server, "dpo");
    lead = window.page;
    stranger = await (await browser.window()).newPage();
    troubles = {
      lead: window.troubles,
      stranger: troublesOf(stranger, ["400 /enrol/start", "404 /enrol/start"]),
    };
  });

  /** The address of one row's own page. */
  async function addressOf(route: string): Promise<string> {
    if (!route.includes("[id]")) return route;
    const collection = route.startsWith("/incidents") ? "breaches" : "reviews";
    if (route.startsWith("/requests")) {
      const listed = await fetch(`${server.url}/api/chaperone/list?of=requests&limit=1`, {
        headers: { Authorization: reader.token },
      });
      const { rows } = (await listed.json()) as { rows: { id: string }[] };
      return route.replace("[id]", rows[0]?.id ?? "none");
    }
    const answer = await fetch(`${server.url}/api/collections/${collection}/records?perPage=1`, {
      headers: { Authorization: reader.token },
    });
    const { items } = (await answer.json()) as { items: { id: string }[] };
    if (!items[0]) throw new Error(`the example has no ${collection}`);
    return route.replace("[id]", items[0].id);
  }

  it("finds the pages by the folders of the routes", () => {
    expect(dashboardRoutes.length).toBeGreaterThan(17);
    expect(dashboardRoutes).toEqual(expect.arrayContaining(["/", "/incidents/[id]", ...entrance]));
    expect(asked).toEqual(expect.arrayContaining(["/incidents/[id]", ...entrance]));
  });

  it.each(asked)("stands on %s, which works under it, and refuses code made of text", async (route) => {
    const open = entrance.includes(route);
    const page = open ? stranger : lead;
    const said = open ? troubles.stranger : troubles.lead;
    said.length = 0;
    await page.goto(server.url + (await addressOf(route)));
    await page.getByRole("heading", { level: 1 }).and(page.locator("#page-title")).waitFor();
    await page.locator("#waiting").waitFor({ state: "detached" });
    await page.evaluate(() => document.fonts.ready);
    expect(said).toEqual([]);
    expect(await faultsOfScriptPolicy(page)).toEqual([]);
  });
});
