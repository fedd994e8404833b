import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("one’s own calendar", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  const read = async (link: string) => {
    const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, server.url));
    return [answer.status, answer.headers.get("content-type")];
  };

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "staff", { width: 390, height: 800 }));
  });

  it("is off until it is asked for, told once, and ended with one press", async () => {
    await page.goto(`${server.url}/my-record`);
    await page.getByRole("button", { name: "Make an address" }).click();
    const link = await page.getByLabel("The address; it is shown this once").inputValue();
    expect(link).toContain("/api/chaperone/calendar.ics?key=");
    expect(await axeViolations(page)).toEqual([]);
    expect(await read(link)).toEqual([200, "text/calendar; charset=utf-8"]);
    await page.reload();
    await page.getByRole("button", { name: "End it" }).waitFor();
    expect(await page.getByLabel("The address; it is shown this once").count()).toBe(0);
    await page.getByRole("button", { name: "Make a new one" }).click();
    const next = await page.getByLabel("The address; it is shown this once").inputValue();
    expect((await read(link))[0]).toBe(404);
    expect((await read(next))[0]).toBe(200);
    await page.getByRole("button", { name: "End it" }).click();
    await page.getByRole("button", { name: "Make an address" }).waitFor();
    expect((await read(next))[0]).toBe(404);
    expect(troubles).toEqual([]);
  });
});
