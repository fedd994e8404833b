import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { switchable } from "#domain/registers/switched";
import { act } from "../../server/people/clinic.ts";
import { rowsIn } from "../../server/people/database.ts";
import { axeViolations, openWhole, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { lookedAt } from "../../support/browser/house-pages.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { signInAs } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

/** Pages by the register whose switching off takes them away, as the dashboard's own list has them. */
const taken = [
  ...readFileSync("dashboard/src/lib/registers.ts", "utf8").matchAll(
    /^ {2}"(\/[^"]*)": \{(?:(?!^ {2}"\/).)*?\bregister: "([^"]+)"/gms,
  ),
].map(([, path = "", register = ""]) => ({ path, register }));

describeWith(["chromium", "dashboard"])("registers that are switched off", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let troubles: string[];
  let token: string;
  const turn = async (registersOff: readonly string[]) => {
    const version = Number(rowsIn(server, "SELECT version FROM clinic")[0]?.version);
    const row = { id: "clinic000000000", version };
    expect((await act(server, token, "clinic.change", { registersOff }, row)).status).toBe(200);
  };

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo"));
    ({ token } = await signInAs(server, "dpo"));
  });

  it("have at least a page each", () => {
    expect([...new Set(taken.map(({ register }) => register))].sort()).toEqual([...switchable].sort());
    expect(taken.filter(({ path }) => !lookedAt.has(path))).toEqual([]);
  });

  it("say so calmly where one of their pages is opened by its address, and ask the server for nothing", async () => {
    await turn(switchable);
    for (const { path } of taken) {
      await openWhole(page, server.url + path);
      await page.getByText("This register is switched off: the clinic’s lead can switch it on").waitFor();
      expect(await page.getByText("This page did not open").count(), path).toBe(0);
      expect(await page.getByRole("link", { name: "About patients" }).count(), path).toBeGreaterThan(0);
    }
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    // Which of the others says so unasked is looked at in `looks.test.ts`.
    await turn([]);
    const [{ path } = { path: "" }] = taken;
    await openWhole(page, server.url + path);
    expect(await page.getByText("This register is switched off").count(), path).toBe(0);
  });
});
