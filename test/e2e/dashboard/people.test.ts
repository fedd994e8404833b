import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import type { ActAnswer } from "#domain/api";
import {
  axeViolations,
  openWhole,
  pictureForPeople,
  picturesOf,
  signedInWindow,
  widerThanWindow,
} from "../../support/browser/dashboard-page.ts";
import { resized } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type SignedIn, send, signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const folder = picturesOf("dashboard");
const rail = (page: Page) => page.getByRole("navigation", { name: "Main" }).getByRole("link").allInnerTexts();

describeWith(["chromium", "dashboard"])("people and browsers in the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];
  let manager: SignedIn;

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
    manager = await signInAs(server, "manager");
  });

  it("leads staff to their own record and the notice, and through no other door", async () => {
    const {
      context,
      page: own,
      troubles: hers,
    } = await signedInWindow(browser, server, "staff", { width: 390, height: 844 });
    expect((await rail(own)).map((name) => name.trim())).toEqual([
      "Today",
      "Report",
      "May I share?",
      "Training",
      "Requests",
      "Notice",
      "My record",
    ]);
    const asked: string[] = [];
    own.on("request", (request) => asked.push(new URL(request.url()).pathname));
    for (const path of [
      "/log",
      "/mail",
      "/incidents",
      "/browsers",
      "/people",
      "/settings",
      "/about-patients",
    ]) {
      await own.goto(server.url + path);
      await own.getByRole("heading", { name: "Not for your role" }).waitFor();
      expect(await axeViolations(own)).toEqual([]);
    }
    expect(
      asked.filter((path) => /^\/api\/.*\/(?:events|mail|records)$/.test(path) && !/clinic/.test(path)),
    ).toEqual([]);
    await own.goto(`${server.url}/my-record`);
    await own.getByText("Signed in to the dashboard").first().waitFor();
    await own.getByRole("heading", { name: "Who looked at it" }).waitFor();
    expect(await axeViolations(own)).toEqual([]);
    await pictureForPeople(own, { path: `${folder}/staff-my-record-390.png`, fullPage: true });
    await own.goto(`${server.url}/`);
    await own.getByRole("heading", { name: "Waiting for me" }).waitFor();
    await pictureForPeople(own, { path: `${folder}/staff-today-390.png`, fullPage: true });
    expect(hers).toEqual([]);
    await context.close();
  });

  it("shows an auditor everything to read and nothing to change", async () => {
    const { context, page: own, troubles: theirs } = await signedInWindow(browser, server, "auditor");
    for (const path of ["/", "/log", "/mail", "/browsers", "/people", "/notice", "/settings"]) {
      await own.goto(server.url + path);
      await own.getByRole("heading", { level: 1 }).waitFor();
      for (const name of [
        /Pair/,
        /Invite/,
        /Add without/,
        /Write/,
        /^Save$/,
        /^Do with/,
        /Erase/,
        /I have read/,
      ]) {
        expect(await own.getByRole("button", { name }).count(), `${path} ${name}`).toBe(0);
      }
    }
    await own.goto(`${server.url}/log`);
    await own.locator("[data-row]").first().click();
    await own.getByRole("link", { name: "What is held" }).waitFor();
    // Numbers and hashes of the chain are the lead's.
    expect(await own.getByText("the same hash").count()).toBe(0);
    expect(await own.getByRole("button", { name: /Erase/ }).count()).toBe(0);
    expect(theirs).toEqual([]);
    await context.close();
  });

  it("pairs a browser with a code and says so by itself, then renames and revokes it", async () => {
    await page.goto(`${server.url}/browsers`);
    await page.getByRole("button", { name: "Pair a browser" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Show the code" }).click();
    await dialog.getByText("Say who uses it").waitFor();
    await dialog.getByLabel(/Several people/).check();
    await dialog.getByLabel("Name", { exact: true }).fill("Front desk 9");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Show the code" }).click();
    const code = ((await dialog.locator("[data-pairing-code]").textContent()) ?? "").replace(/\s/g, "");
    expect(code).toMatch(/^[A-Z0-9]{8}$/i);
    await dialog.getByText(/works for (?:9|10):/).waitFor();
    await pictureForPeople(page, { path: `${folder}/browsers-code-1440.png` });
    expect(await axeViolations(page)).toEqual([]);
    expect((await send(server, "POST", "/pair", { body: { code, version: "0.1.0" } })).status).toBe(200);
    await page.getByText("Front desk 9 is paired.").waitFor();

    const act = async (name: string) => {
      await page
        .getByRole("button", { name: /^Do with Front desk/ })
        .last()
        .click();
      await page.getByRole("menuitem", { name }).click();
    };
    await act("Rename");
    await page
      .getByRole("dialog")
      .getByLabel("Name", { exact: true })
      .fill("مكتب الاستقبال 🏥 with a name that goes on and on for a long while");
    await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await page.getByRole("row", { name: /مكتب/ }).waitFor();
    await pictureForPeople(page, { path: `${folder}/browsers-long-name-1440.png` });
    await page.getByRole("button", { name: /^Do with مكتب/ }).click();
    await page.getByRole("menuitem", { name: "Revoke" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke it" }).click();
    await page.getByText(/is revoked\./).waitFor();
    await page.getByRole("row", { name: /مكتب/ }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /Show \d revoked/ }).click();
    await page.getByRole("row", { name: /مكتب/ }).getByText("revoked", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("keys what the clinical system shows for a person before it leaves the browser", async () => {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await page.goto(`${server.url}/people`);
    await page.getByRole("button", { name: "Do with Joss Merriden" }).click();
    await page.getByRole("menuitem", { name: "Sign-in in the clinical system" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("System", { exact: true }).selectOption({ label: "Cliniko, harbour.uk2" });
    await dialog.getByLabel("What it shows for this person").fill("  Joss   MERRIDEN (desk) ");
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Add" }).click();
    await dialog.getByText(/keyed …[0-9a-f]{4}/).waitFor();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page
      .getByRole("row", { name: /Joss Merriden/ })
      .getByText("Cliniko")
      .waitFor();
    expect(sent.filter((body) => /joss|merriden/i.test(body))).toEqual([]);
    expect(sent.some((body) => /k1:[0-9a-f]{64}/.test(body))).toBe(true);
    expect(troubles).toEqual([]);
  });

  it("says what a row has become when somebody else changed it meanwhile", async () => {
    await page.goto(`${server.url}/people`);
    await page.getByRole("button", { name: "Do with Tom Reed" }).click();
    await page.getByRole("menuitem", { name: "Change" }).click();
    const users = await fetch(`${server.url}/api/collections/users/records?perPage=200`, {
      headers: { authorization: manager.token },
    });
    const { items } = (await users.json()) as { items: { id: string; name: string; version: number }[] };
    const tom = items.find(({ name }) => name === "Tom Reed");
    const changed = await send(server, "POST", "/act", {
      token: manager.token,
      body: { action: "users.change", id: tom?.id, version: tom?.version, data: { name: "Thomas Reed" } },
    });
    expect(changed.status).toBe(200);
    expect((changed.json as ActAnswer).version).toBe((tom?.version ?? 0) + 1);

    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill("Tommy Reed");
    await dialog.getByRole("button", { name: "Save" }).click();
    const alert = dialog.getByRole("alert");
    await alert.getByText("changed this meanwhile").waitFor();
    await alert.getByText("“Thomas Reed”").waitFor();
    expect(await dialog.getByLabel("Name", { exact: true }).inputValue()).toBe("Tommy Reed");
    await page.getByRole("row", { name: /Thomas Reed/ }).waitFor();
    await alert.getByRole("button", { name: "I have seen it: go on" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: /Tommy Reed/ }).waitFor();
    expect(troubles.filter((one) => !one.startsWith("409"))).toEqual([]);
  });

  it("holds a name that is long, unbroken and in several scripts, on every page that shows it", async () => {
    await page.goto(`${server.url}/people`);
    await page.getByRole("button", { name: "Add without sign-in" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByLabel("Name", { exact: true })
      .fill("ماريا Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen 🧑🏽‍⚕️");
    await dialog.getByRole("button", { name: "Add" }).click();
    await page.getByRole("row", { name: /Wolfeschlegel/ }).waitFor();
    for (const path of ["/", "/people", "/log", "/notice"]) {
      await openWhole(page, server.url + path);
      for (const width of [390, 1024, 1440]) {
        await resized(page, { width, height: 900 });
        expect(await widerThanWindow(page), `${path} at ${width} px`).toBe(0);
      }
    }
    expect(troubles.filter((one) => !one.startsWith("409"))).toEqual([]);
  });

  it("leaves out a register that the clinic does without, in every tab, until it is switched on again", async () => {
    const turn = async (on: boolean) => {
      await page.goto(`${server.url}/settings`);
      await page.getByLabel("Training", { exact: false }).setChecked(on);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("The settings are saved").waitFor();
    };
    await turn(false);
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${server.url}/people`);
    await page.getByRole("button", { name: "Invite" }).first().waitFor();
    expect(await page.getByRole("link", { name: "Training" }).count()).toBe(0);
    await page.goto(`${server.url}/training`);
    await page.getByText("This register is switched off").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await turn(true);
    await page.goto(`${server.url}/people`);
    await page.getByRole("link", { name: "Training" }).click();
    await page.getByRole("heading", { name: "Training", level: 1 }).waitFor();
  });

  it("saves settings without undoing what somebody else changed meanwhile", async () => {
    await page.goto(`${server.url}/settings`);
    await page.getByLabel("Approved mail domains").fill("secure.nhs.example, not a domain!");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("is not a mail domain").first().waitFor();
    await page.getByLabel("Approved mail domains").fill("secure.nhs.example, gp.example");

    const token = await page.evaluate(
      () => JSON.parse(localStorage.getItem("chaperone-session") ?? "{}").token,
    );
    const rows = await fetch(`${server.url}/api/collections/clinic/records`, {
      headers: { authorization: token },
    });
    const { items } = (await rows.json()) as { items: { id: string; version: number }[] };
    const body = { action: "clinic.change", ...items[0], data: { leadTitle: "Caldicott guardian" } };
    const { action, id, version, data } = body;
    expect((await send(server, "POST", "/act", { token, body: { action, id, version, data } })).status).toBe(
      200,
    );

    await page.getByRole("button", { name: "Save", exact: true }).click();
    const alert = page.locator("[data-changed-meanwhile=refused]");
    await alert.getByText("what you call the lead").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await alert.getByRole("button", { name: "I have seen it: go on" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The settings are saved").waitFor();
    await page.reload();
    expect(await page.getByLabel("Approved mail domains").inputValue()).toBe(
      "secure.nhs.example, gp.example",
    );
    expect(await page.getByLabel(/What you call the person/).inputValue()).toBe("Caldicott guardian");
    await page.getByRole("button", { name: /Priya Raman, Caldicott guardian/ }).waitFor();
    expect(troubles.filter((one) => !one.startsWith("409"))).toEqual([]);
  });

  it("ends after eight hours at the sign-in, and remembers the page", async () => {
    const context = await browser.window();
    const held = await context.newPage();
    const state = await page.context().storageState();
    await context.addInitScript((origins) => {
      for (const { localStorage: kept } of origins)
        for (const { name, value } of kept) localStorage.setItem(name, value);
    }, state.origins);
    await held.clock.install();
    await held.goto(`${server.url}/log?kind=mail`);
    await held.locator("[data-row]").first().waitFor();
    await held.clock.fastForward("08:00:01");
    await held.waitForURL(/\/sign-in\?back=/);
    expect(new URL(held.url()).searchParams.get("back")).toBe("/log?kind=mail");
    await held.getByText("Your session ended").waitFor();
    await context.close();
  });

  it("puts a deactivated person out at their next step", async () => {
    const { context, page: own } = await signedInWindow(browser, server, "manager");
    await page.goto(`${server.url}/people`);
    await page.getByRole("button", { name: "Do with Ingrid Tolhurst" }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
    await page.getByText(/Ingrid Tolhurst is deactivated/).waitFor();
    // The frame asks each minute by itself and may be at the sign-in already: a link could be gone, an address is not.
    await own.goto(`${server.url}/log`);
    await own.waitForURL(/\/sign-in/);
    await context.close();
  });

  it("says that the server is away, and that nothing was lost", async () => {
    const context = await browser.window();
    const own = await context.newPage();
    const state = await page.context().storageState();
    await context.addInitScript((origins) => {
      for (const { localStorage: kept } of origins)
        for (const { name, value } of kept) localStorage.setItem(name, value);
    }, state.origins);
    await own.goto(`${server.url}/people`);
    await own.getByRole("row", { name: /Priya Raman/ }).waitFor();
    await own.route("**/api/**", (route) => route.abort());
    await own.getByRole("link", { name: "Mail", exact: true }).click();
    await own.getByText("The clinic’s server does not answer. Nothing was lost").waitFor();
    // With a count, on days on which a browser was missed.
    await own.getByRole("link", { name: /^Browsers/ }).waitFor();
    await own.unroute("**/api/**");
    await own.getByRole("heading", { name: "Mail" }).waitFor();
    expect(await axeViolations(own)).toEqual([]);
    await context.close();
  });
});
