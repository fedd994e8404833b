import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import {
  axeViolations,
  faultsOfFit,
  pictureForPeople,
  picturesOf,
  signedInWindow,
} from "../../support/browser/dashboard-page.ts";
import { everyWidth, faultsOfLooks, resized, wide } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("the form on the web", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let lead: Page;
  let troubles: string[];
  const looks = `${picturesOf("dashboard")}/public-form`;

  beforeAll(async () => {
    server = things.open(await startServer({ example: true, form: {} }));
    browser = things.open(await launchPlainBrowser());
    ({ page: lead, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("is turned on by the lead, who has to name a telephone", async () => {
    await lead.goto(`${server.url}/settings`);
    await lead.getByLabel("Take requests and complaints by the form on the web").check();
    await lead.getByRole("button", { name: "Save", exact: true }).click();
    await lead.getByText("Enter the telephone that the form names").first().waitFor();
    await lead.getByLabel("Telephone that the form names").fill("029 2018 0999");
    await lead.getByRole("button", { name: "Save", exact: true }).click();
    await lead.getByText("The settings are saved").waitFor();
    await expect
      .poll(async () => (await fetch(`${server.formUrl}/`)).status, { timeout: 30_000, interval: 500 })
      .toBe(200);
  });

  it("fits and is accessible at each width, in both themes, also with what is missing", {
    timeout: 120_000,
  }, async () => {
    const page = await (await browser.window({})).newPage();
    await page.goto(server.formUrl);
    const found = await faultsOfLooks(page, looks, everyWidth);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByText("Not sent yet").waitFor();
    expect(await page.title()).toContain("Error: ");
    expect(new URL(page.url()).search).toBe("");
    found.push(...(await faultsOfLooks(page, `${looks}-missing`, everyWidth)));
    await page.setViewportSize({ width: 320, height: 640 });
    found.push(...(await faultsOfFit(page)));
    expect(found).toEqual([]);
  });

  it("is sent by keys alone, without a script, and thanks", async () => {
    const context = await browser.window({ script: false, width: 390, height: 844 });
    const page = await context.newPage();
    await page.goto(server.formUrl);
    const key = (name: string) => page.keyboard.press(name);
    await key("Tab");
    await key("Space"); // a copy of my record
    await key("Tab");
    await key("Space"); // for myself
    await key("Tab");
    await page.keyboard.insertText("Siân Ŵyn-Łukasz");
    await key("Tab");
    await key("Tab");
    expect(await page.locator("#born").evaluate((born) => born === document.activeElement)).toBe(true);
    await page.locator("#reach").focus();
    await page.keyboard.insertText("12 Heol Fawr, Y Bala");
    await key("Tab");
    await key("Space"); // by post
    await key("Tab");
    await key("Tab");
    await page.keyboard.insertText("Copi o’m nodiadau.");
    await key("Tab");
    await key("Enter");
    await page.getByRole("heading", { name: "We have it" }).waitFor();
    expect(page.url()).toBe(`${server.formUrl}/thanks`);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it("lies apart in the dashboard until the lead accepts it, and is a request then", {
    timeout: 60_000,
  }, async () => {
    await lead.goto(`${server.url}/requests`);
    await lead.getByRole("link", { name: "Sent by the form" }).click();
    await lead.getByText("Two wait to be accepted").waitFor();
    expect(await lead.getByText("Łukasz").count()).toBe(0);
    expect(await faultsOfLooks(lead, `${looks}-sent`, everyWidth)).toEqual([]);
    await lead
      .getByRole("button", { name: /^Accept it/ })
      .first()
      .click();
    const dialog = lead.getByRole("dialog");
    await dialog.getByText("Siân Ŵyn-Łukasz").waitFor();
    await dialog.getByText("12 Heol Fawr, Y Bala").waitFor();
    expect(await axeViolations(lead)).toEqual([]);
    await pictureForPeople(lead, { path: `${looks}-accept-1440.png` });
    await resized(lead, { width: 390, height: 844 });
    expect(await faultsOfFit(lead)).toEqual([]);
    await pictureForPeople(lead, { path: `${looks}-accept-390.png` });
    await resized(lead, wide);
    await dialog.getByRole("button", { name: "Accept it", exact: true }).click();
    await lead.getByText("It is a request now.").waitFor();
    await lead.waitForURL(/\/requests\/[a-z0-9]{15}$/);
    await lead.getByText("by the form on the web").waitFor();
    await lead.getByRole("button", { name: "Show the name" }).click();
    await lead.getByText("By post: 12 Heol Fawr, Y Bala").waitFor();
  });

  it("of two live tabs one decides: the other is told who, keeps what was typed, and decides nothing twice", {
    timeout: 120_000,
  }, async () => {
    const size = { width: 1440, height: 900 };
    const { page: manager, troubles: refusals } = await signedInWindow(browser, server, "manager", size);
    for (const page of [lead, manager]) await page.goto(`${server.url}/requests/sent?state=waiting`);
    await manager.getByRole("button", { name: /^Accept it/ }).click();
    const accepting = manager.getByRole("dialog");
    await accepting.getByText("Rowan Fairweather").waitFor();
    await lead.getByRole("button", { name: /^No request/ }).click();
    const refusing = lead.getByRole("dialog");
    await refusing.getByRole("button", { name: "Refuse it" }).click();
    await refusing.getByText("Say why").first().waitFor();
    await refusing.getByLabel("the same as one that we have").check();
    await refusing.locator("#reason").fill("It came by letter on Monday.");
    expect(await axeViolations(lead)).toEqual([]);
    await pictureForPeople(lead, { path: `${looks}-refuse-1440.png` });
    await refusing.getByRole("button", { name: "Refuse it" }).click();
    await lead.getByText("It is refused.").waitFor();
    await accepting.locator("#wants").fill("A copy of this year.");
    // The live page may have shown it by now; if not, it is told when what was seen is sent.
    await accepting.getByRole("button", { name: "Accept it", exact: true }).click();
    await accepting.locator("[data-changed-meanwhile]").getByText("Priya Raman changed this").waitFor();
    await accepting.getByRole("button", { name: "I have seen it: go on" }).click();
    await accepting.getByRole("button", { name: "Accept it", exact: true }).click();
    await accepting.getByText("Somebody has decided this already").waitFor();
    expect(await accepting.locator("#wants").inputValue()).toBe("A copy of this year.");
    expect(await axeViolations(manager)).toEqual([]);
    await manager.keyboard.press("Escape");
    expect(refusals.every((one) => /^40[39] \/api\/chaperone\/act$/.test(one))).toBe(true);
  });

  it("as a PDF: made, filled in, and read back into the dialog without being sent", {
    timeout: 60_000,
  }, async () => {
    await lead.goto(`${server.url}/requests`);
    await lead.getByRole("button", { name: "Take a request" }).click();
    const dialog = lead.getByRole("dialog");
    const [saved] = await Promise.all([
      lead.waitForEvent("download"),
      dialog.getByRole("button", { name: "The clinic’s form as a PDF" }).click(),
    ]);
    const empty = readFileSync(await saved.path());
    expect(saved.suggestedFilename()).toBe("request-form.pdf");
    const asked: string[] = [];
    lead.on("request", (request) => request.method() !== "GET" && asked.push(request.url()));
    const choose = (name: string, buffer: Buffer) =>
      dialog.locator("#filled").setInputFiles({ name, mimeType: "application/pdf", buffer });
    await choose("empty.pdf", empty);
    await dialog.getByText("Nothing is filled in here").waitFor();
    await choose("page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await dialog.getByText("This is no PDF.").waitFor();
    // The value of one field, in the room of its greatest length: no place in the file moves.
    const text = empty.toString("latin1");
    const typed = text.replace(/(\/T \(name\)[\s\S]*?)\/V \(\)\n\/MaxLen 300/, "$1/V (Ann)         ");
    expect(typed.length === text.length && typed !== text).toBe(true);
    const filled = Buffer.from(typed, "latin1");
    await choose("filled.pdf", filled);
    await dialog.getByText("What was filled in stands below").waitFor();
    expect(await dialog.locator("#name").inputValue()).toBe("Ann");
    expect(asked).toEqual([]);
    await lead.keyboard.press("Escape");
    expect(troubles).toEqual([]);
  });
});
