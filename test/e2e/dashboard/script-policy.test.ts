import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { signedInWindow, troublesOf } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { dashboardRoutes } from "../../support/browser/routes.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type SignedIn, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** What the page's own policy says; its script is known by its hash. */
const policy: Readonly<Record<string, RegExp>> = {
  "default-src": /^'none'$/,
  "script-src": /^'self' 'sha256-[A-Za-z0-9+/]{43}='$/,
  "style-src": /^'self'$/,
  "style-src-attr": /^'unsafe-inline'$/,
  "img-src": /^'self' data: blob:$/,
  "font-src": /^'self'$/,
  "connect-src": /^'self'$/,
  "form-action": /^'self'$/,
  "base-uri": /^'none'$/,
  "require-trusted-types-for": /^'script'$/,
  "trusted-types": /^svelte-trusted-html sveltekit-trusted-url chaperone-worker$/,
};

/** Pages of whoever is not signed in. */
const entrance = ["/enrol", "/setup", "/sign-in"];

/**
 * What a script that slipped in would try: each has to be refused by the browser itself. Tried in a task of the page's
 * own: what a debugger runs may evaluate text whatever the policy says.
 */
async function refusals(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const tried: Record<string, string> = {};
    const attempt = (name: string, run: () => unknown): void => {
      try {
        run();
        tried[name] = "was let";
      } catch (thrown) {
        tried[name] = (thrown as Error).name;
      }
    };
    attempt("markup from text", () => {
      document.createElement("div").innerHTML = "<b>words</b>";
    });
    attempt("a script's address from text", () => {
      document.createElement("script").src = "/_app/version.json";
    });
    attempt("code from text", () => new Function("return 1")());
    // biome-ignore lint/security/noGlobalEval: that it is refused is the test
    attempt("eval", () => eval("1"));
    attempt("a policy of one's own", () =>
      (
        window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
      ).trustedTypes.createPolicy("mine", {}),
    );
    return tried;
  });
}

/** The directives of the policy that a page carries. */
async function carried(page: Page): Promise<Record<string, string>> {
  const text = await page.locator("meta[http-equiv=content-security-policy]").getAttribute("content");
  return Object.fromEntries(
    (text ?? "").split("; ").map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1)]),
  );
}

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
  });

  it.each(dashboardRoutes)(
    "stands on %s, which works under it, and refuses code made of text",
    async (route) => {
      const open = entrance.includes(route);
      const page = open ? stranger : lead;
      const said = open ? troubles.stranger : troubles.lead;
      said.length = 0;
      await page.goto(server.url + (await addressOf(route)));
      await page.getByRole("heading", { level: 1 }).and(page.locator("#page-title")).waitFor();
      await page.locator("#waiting").waitFor({ state: "detached" });
      await page.evaluate(() => document.fonts.ready);
      expect(said).toEqual([]);
      const directives = await carried(page);
      expect(Object.keys(directives).sort()).toEqual(Object.keys(policy).sort());
      for (const [name, form] of Object.entries(policy)) expect(directives[name], name).toMatch(form);
      expect(await refusals(page)).toEqual({
        "markup from text": "TypeError",
        "a script's address from text": "TypeError",
        "code from text": "EvalError",
        eval: "EvalError",
        "a policy of one's own": "TypeError",
      });
    },
  );
});
