import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { rowsIn } from "../../server/people/database.ts";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  signedInWindow,
} from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { ingest, mailOutcome, pairedBrowser } from "../../support/server/ledger-client.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const folder = picturesOf("dashboard");
const idsOn = (page: Page): Promise<string[]> =>
  page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.row ?? ""));

describeWith(["chromium", "dashboard"])("the access log", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ page, troubles } = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 }));
  });

  it("pages older and newer without a gap, and back with the browser's own button", async () => {
    await page.goto(`${server.url}/log?kind=record`);
    await page.locator("[data-row]").first().waitFor();
    const first = await idsOn(page);
    await page.getByRole("button", { name: "Older" }).click();
    await page.waitForURL(/before=/);
    await expect.poll(async () => (await idsOn(page))[0]).not.toBe(first[0]);
    const second = await idsOn(page);
    expect(second).toHaveLength(50);
    const newest = "SELECT id FROM events WHERE kind LIKE 'record.%' ORDER BY seq DESC LIMIT 100";
    expect([...first, ...second]).toEqual(rowsIn(server, newest).map(({ id }) => id));

    await page.getByRole("button", { name: "Older" }).click();
    await expect.poll(async () => (await idsOn(page))[0]).not.toBe(second[0]);
    await page.getByRole("button", { name: "Newer" }).click();
    await expect.poll(() => idsOn(page)).toEqual(second);
    await page.reload();
    await page.getByRole("button", { name: "Newer" }).click();
    await expect.poll(() => idsOn(page)).toEqual(first);
    await page.goBack();
    await expect.poll(() => idsOn(page)).toEqual(second);
    expect(troubles).toEqual([]);
  });

  it("keeps its filters in the address, and takes them from it", async () => {
    await page.goto(`${server.url}/log`);
    await page.getByLabel("Person").selectOption({ label: "Maya Lindqvist" });
    await page.waitForURL(/user=/);
    await page.getByRole("link", { name: /^Mail \d/ }).click();
    await page.waitForURL(/kind=mail/);
    await page.getByLabel("Kind").selectOption({ label: "Held in mail" });
    await page.waitForURL(/kind=mail\.held/);
    await expect
      .poll(() => page.locator("[data-log] tbody tr td:nth-child(2)").allInnerTexts())
      .not.toContain("Tom Reed");
    const shown = await idsOn(page);
    expect(shown.length).toBeGreaterThan(2);
    await page.reload();
    await expect.poll(() => idsOn(page)).toEqual(shown);
    expect(await page.getByLabel("Kind").inputValue()).toBe("mail.held");
    await page.goBack();
    await expect.poll(async () => (await idsOn(page)).length).toBeGreaterThan(shown.length);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.waitForURL((address) => address.search === "?kind=mail");

    await page.goto(`${server.url}/log?user=nobody&kind=<b>&from=2026-13-40&before=x`);
    await page.getByRole("heading", { name: "Access log" }).waitFor();
    await page.locator("[data-row]").first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("finds a record by its number or by an address out of Cliniko, and never takes a name", async () => {
    await page.goto(`${server.url}/log?kind=record.view`);
    // Which system was opened last depends on the hour.
    const views = page.locator("[data-log] tbody tr").filter({ hasText: "cliniko" });
    await views.first().locator("[data-row]").click();
    const link = page.getByRole("link", { name: "Open in Cliniko" });
    const address = (await link.getAttribute("href")) ?? "";
    expect(address).toMatch(/^https:\/\/harbour\.uk2\.cliniko\.com\/patients\/\d+$/);
    const record = address.split("/").at(-1) ?? "";
    await page.keyboard.press("Escape");

    const field = page.getByLabel("Record", { exact: true });
    await field.fill(`${address}/treatment_notes/12/edit?page=1`);
    await field.press("Enter");
    // The address says which record to this tab alone.
    await page.waitForURL(/record=%7E[a-z0-9]{15}|record=~[a-z0-9]{15}/);
    expect(page.url()).not.toContain(record);
    await expect
      .poll(async () => new Set(await page.locator("[data-log] tbody tr td:nth-child(4)").allInnerTexts()))
      .toEqual(new Set([`cliniko …${record.slice(-4)}`]));
    await field.fill("Rosalind Ellery");
    await field.press("Enter");
    await page.getByRole("alert").getByText("Never a name").waitFor();
    expect(page.url()).not.toContain("Ellery");
    expect(troubles).toEqual([]);
  });

  it("finds a record by the four characters that its row shows, typed or copied", async () => {
    await page.goto(`${server.url}/log?kind=record.view`);
    const shown = await page.locator("[data-log] tbody tr td:nth-child(4)").first().innerText();
    const ending = shown.slice(-4);
    const cells = page.locator("[data-log] tbody tr td:nth-child(4)");
    for (const typed of [ending, shown, ending.toUpperCase()]) {
      await page.goto(`${server.url}/log`);
      await page.getByLabel("Record", { exact: true }).fill(typed);
      await page.getByLabel("Record", { exact: true }).press("Enter");
      await page.waitForURL(new RegExp(`ending=${ending}`));
      await page.getByLabel("Record ends with").waitFor();
      await expect
        .poll(async () => [...new Set((await cells.allInnerTexts()).map((text) => text.slice(-4)))])
        .toEqual([ending]);
      const found = rowsIn(
        server,
        "SELECT id FROM events WHERE kind LIKE 'record.%' AND recordRef LIKE ? ORDER BY seq DESC LIMIT 50",
        `%${ending}`,
      );
      expect(await idsOn(page)).toEqual(found.map(({ id }) => id));
    }
    await page.getByLabel("Record ends with").fill("0000");
    await page.getByLabel("Record ends with").press("Enter");
    await page.getByText("Looked at were references that end with “0000”").waitFor();
    await page.getByLabel("Record ends with").fill("Ellery");
    await page.getByLabel("Record ends with").press("Enter");
    await page.getByRole("alert").getByText("Never a name").waitFor();
    expect(page.url()).not.toContain("Ellery");
    expect(troubles).toEqual([]);
  });

  it("opens on records, and counts what people did in the dashboard apart", async () => {
    const kindsOn = async () =>
      new Set(
        rowsIn(
          server,
          `SELECT DISTINCT kind FROM events WHERE id IN (${(await idsOn(page)).map((id) => `'${id}'`).join(", ")})`,
        ).map(({ kind }) => String(kind).split(".")[0]),
      );
    await page.goto(`${server.url}/log`);
    await page.locator("[data-row]").first().waitFor();
    expect(await kindsOn()).toEqual(new Set(["record"]));
    const tab = page.getByRole("link", { name: /^In the dashboard \d/ });
    const counted = await tab.innerText();
    const house = "kind NOT LIKE 'record.%' AND kind NOT LIKE 'mail.%' AND kind NOT LIKE 'browser.%'";
    const known = Number(rowsIn(server, `SELECT count(*) AS n FROM events WHERE ${house}`)[0]?.n);
    expect(Number(/\d+/.exec(counted.replace(",", ""))?.[0])).toBe(Math.min(known, 1_000));
    await tab.click();
    await page.waitForURL(/kind=dashboard/);
    await expect
      .poll(async () => [...(await kindsOn())].some((one) => ["record", "mail"].includes(String(one))))
      .toBe(false);
    await page.getByLabel("Kind").selectOption({ label: "Sign-ins, all" });
    await page.waitForURL(/kind=auth/);
    await expect.poll(kindsOn).toEqual(new Set(["auth"]));
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("opens an attempt in the list of mail, and Escape comes back to its row", async () => {
    await page.goto(`${server.url}/mail?when=month`);
    const row = page.locator("[data-mail] [data-row]").nth(2);
    const id = await row.getAttribute("data-row");
    await row.click();
    const panel = page.getByRole("complementary");
    await panel.getByText("What happened with it").waitFor();
    expect(new URL(page.url()).pathname).toBe("/mail");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await page.waitForURL((address) => address.search === "?when=month");
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row))
      .toBe(id);
    // From elsewhere an entry lands among its kind.
    await page.goto(`${server.url}/log?entry=${id}`);
    await panel.getByText("What happened with it").waitFor();
    expect(await page.locator('nav[aria-label="Groups of entries"] [aria-current=page]').innerText()).toMatch(
      /^Mail/,
    );
    expect(troubles).toEqual([]);
  });

  it("keys an Orthanc id in the browser before it asks", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${server.url}/log`);
    const id = "b6589fc6-ab0dc82c-f12099d1-c2d40ab9-94e8410c";
    await page
      .getByLabel("Record", { exact: true })
      .fill(`http://127.0.0.1:8042/app/explorer.html#patient?uuid=${id}`);
    await page.getByLabel("Record", { exact: true }).press("Enter");
    await page.waitForURL(/record=(?:%7E|~)[a-z0-9]{15}/);
    await page.getByRole("heading", { name: "No entry fits these filters" }).waitFor();
    expect(asked.filter((address) => address.includes(id))).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("opens an entry with J, K and Enter, shows trace and proof, and gives the focus back", async () => {
    await page.goto(`${server.url}/log?kind=mail.held`);
    await page.locator("[data-row]").first().waitFor();
    // Which attempt is the newest depends on the hour.
    const [sent] = rowsIn(
      server,
      `SELECT h.id FROM events h JOIN events o ON o.trace = h.trace AND o.kind = 'mail.outcome'
       WHERE h.kind = 'mail.held' AND o.detail ->> 'outcome' = 'sent-anyway' ORDER BY h.seq DESC LIMIT 1`,
    );
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row);
    for (let step = 0; step < 50 && (await focused()) !== sent?.id; step += 1) await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await focused()).toBe(sent?.id);
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary");
    await panel.getByRole("heading", { name: "Held when attached to a message" }).waitFor();
    await panel.getByText("Sent anyway, with a reason").waitFor();
    await panel.getByText("the same hash").waitFor();
    const open = new URL(page.url()).searchParams.get("entry");
    await page.keyboard.press("j");
    await expect.poll(() => new URL(page.url()).searchParams.get("entry")).not.toBe(open);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row),
    ).toBeTruthy();
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-filter-first"))).toBe(true);
    await page.keyboard.press("Escape");
    expect(troubles).toEqual([]);
  });

  it("agrees with a receipt, and with no other", async () => {
    await page.goto(`${server.url}/log?kind=record.view`);
    const answer = page.waitForResponse(/api\/chaperone\/events/);
    await page.reload();
    const { rows } = (await (await answer).json()) as { rows: { seq: number; hash: string }[] };
    await page.locator("[data-row]").first().click();
    await page.getByText("Hold it against a receipt").click();
    await page
      .getByLabel(/Hash from a browser/)
      .fill(JSON.stringify({ seq: rows[0]?.seq, hash: rows[0]?.hash }));
    await page.getByText("agrees with this entry").waitFor();
    await page.getByLabel(/Hash from a browser/).fill(rows[1]?.hash ?? "");
    await page.getByText("does not agree").waitFor();
  });

  it("shows new events by themselves: at the top of the whole log, as a count where it is filtered", async () => {
    const token = await pairedBrowser(server, "--desk", "Live desk");
    await page.goto(`${server.url}/log?kind=everything`);
    await page.locator("[data-row]").first().waitFor();
    await ingest(server, token, [mailOutcome(1)]);
    await page
      .getByRole("row", { name: /Taken out.*Live desk/ })
      .first()
      .waitFor();

    await page.goto(`${server.url}/log?kind=mail.outcome`);
    await page.locator("[data-row]").first().waitFor();
    await ingest(server, token, [mailOutcome(2), mailOutcome(3)]);
    await page.getByRole("button", { name: "2 new" }).click();
    await expect.poll(() => page.getByRole("row", { name: /Live desk/ }).count()).toBe(3);
    expect(troubles).toEqual([]);
  });

  it("hands out a CSV of what is shown", async () => {
    await page.goto(`${server.url}/log?kind=mail.held`);
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const text = readFileSync(await (await file).path(), "utf8");
    expect(text).toContain("kind = mail.held");
    const held = rowsIn(server, "SELECT seq FROM events WHERE kind = 'mail.held'");
    expect(held.length).toBeGreaterThan(13);
    expect(text.split("\r\n").filter((line) => line.includes(",mail.held,"))).toHaveLength(held.length);
    await page.getByText("The export is recorded").waitFor();
    expect(troubles).toEqual([]);
  });

  it("erases an entry for a ground, asked twice, when a second person has confirmed it", async () => {
    const maya = rowsIn(server, "SELECT id FROM users WHERE name = 'Maya Lindqvist'")[0]?.id;
    await page.goto(`${server.url}/log?kind=record.view&user=${maya}`);
    const row = page.locator("[data-row]").first();
    const id = (await row.getAttribute("data-row")) ?? "";
    const seq = String(rowsIn(server, "SELECT seq FROM events WHERE id = ?", id)[0]?.seq);
    await row.click();
    await page.getByRole("button", { name: "Erase this entry" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Continue" }).click();
    await dialog.getByText("Enter the ground").waitFor();
    await dialog.getByLabel("Ground").fill("Recorded on a private device");
    await dialog.getByRole("button", { name: "Continue" }).click();
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await dialog.getByText(`Type ${seq} to erase it`).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await pictureForPeople(page, { path: `${folder}/log-erase-1440.png` });
    await dialog.getByLabel(/Type the entry/).fill(seq);
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await page.getByText(`Entry ${seq} is erased when a second person confirms it`).waitFor();
    await page.getByText("waits for a second person", { exact: false }).first().waitFor();

    const second = await signedInWindow(browser, server, "manager", { width: 1440, height: 900 });
    const waiting = second.page.locator("[data-erasures] li");
    await waiting.filter({ hasText: "Recorded on a private device" }).waitFor();
    expect(await waiting.innerText()).not.toContain(`entry ${seq}`);
    await waiting.getByRole("button", { name: "Confirm" }).click();
    expect(await axeViolations(second.page)).toEqual([]);
    await second.page.getByRole("dialog").getByRole("button", { name: "Erase for good" }).click();
    await second.page.getByText("The entry is erased.").waitFor();
    await page.goto(`${server.url}/log?entry=${seq}`);
    await page.getByText("emptied; its link of the chain is whole").waitFor();
    expect([...troubles, ...second.troubles]).toEqual([]);
  });

  it("says why what speaks about the lead is not erased", async () => {
    await page.goto(`${server.url}/log?kind=log.read`);
    await page.locator("[data-row]").first().click();
    await page.getByText("Who read or exported the log stays until its time is over.").waitFor();
    expect(await page.getByRole("button", { name: "Erase this entry" }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("lets a manager say whose sign-in an unattributed entry shows, without its ever being typed", async () => {
    const token = await pairedBrowser(server, "--desk", "Naming desk");
    const account = `k1:${"ab".repeat(32)}`;
    await ingest(server, token, [mailOutcome(4, { system: "cliniko:harbour.uk2", account })]);
    await page.goto(`${server.url}/log?kind=mail.outcome`);
    await page.locator("[data-row]").first().click();
    const panel = page.getByRole("complementary");
    await panel.getByText("somebody was signed in whom nobody has named yet").waitFor();
    await panel.getByLabel("Whose sign-in in Cliniko is this?").selectOption({ label: "Tom Reed" });
    expect(await axeViolations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Name it" }).click();
    await page.getByText("From now on views of this sign-in are Tom Reed’s").waitFor();
    await ingest(server, token, [mailOutcome(5, { system: "cliniko:harbour.uk2", account })]);
    await page.goto(`${server.url}/log?kind=mail.outcome`);
    await page.getByRole("row", { name: /Tom Reed.*Naming desk/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("opens an entry that a link names, wherever it stands", async () => {
    await page.goto(`${server.url}/log?entry=5`);
    await page.getByRole("complementary").getByText("the same hash").waitFor();
    await page.getByRole("complementary").getByText("5", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("finds a person or a record with Ctrl K", async () => {
    await page.goto(`${server.url}/people`);
    // The title alone stands before the page does.
    await page.getByText("Maya Lindqvist").first().waitFor();
    await page.keyboard.press("Control+k");
    const field = page.getByPlaceholder("Record’s last four, person, incident, browser or page");
    await field.fill("lindq");
    await page.getByRole("option", { name: /Maya Lindqvist/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await pictureForPeople(page, { path: `${folder}/finder-1440.png` });
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/log\?user=/);
    await page.keyboard.press("Control+k");
    await field.fill("1805465202989210063");
    await page.keyboard.press("Enter");
    // More of a reference than a row shows stands in no address.
    await page.waitForURL(/ending=(?:%7E|~)[a-z0-9]{15}/);
    expect(page.url()).not.toContain("1805465202989210063");
    const [incident] = rowsIn(server, "SELECT id, number FROM breaches WHERE number > 0 LIMIT 1");
    await page.keyboard.press("Control+k");
    await field.fill(`INC-${incident?.number}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/incidents/${incident?.id}`));
    const [desk] = rowsIn(
      server,
      "SELECT id, name FROM browsers WHERE revoked = FALSE ORDER BY name LIMIT 1",
    );
    await page.keyboard.press("Control+k");
    await field.fill(String(desk?.name));
    await page
      .getByRole("option", { name: `${desk?.name}` })
      .first()
      .click();
    await page.waitForURL(/browser=/);

    // The chosen line is never out of sight, however long the list.
    await page.keyboard.press("Control+k");
    await field.fill("");
    const inSight = () =>
      page.evaluate(() => {
        const chosen = document.querySelector("[role=option][aria-selected=true]");
        const list = chosen?.closest("[data-command-list]");
        if (!chosen || !list) return "nothing is chosen";
        const [one, all] = [chosen.getBoundingClientRect(), list.getBoundingClientRect()];
        return one.top >= all.top - 1 && one.bottom <= all.bottom + 1 ? "in sight" : chosen.textContent;
      });
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(inSight).toBe("in sight");
    }
    await page.keyboard.press("End");
    await expect.poll(inSight).toBe("in sight");
    await page.keyboard.press("Home");
    await expect.poll(inSight).toBe("in sight");
    await page.keyboard.press("Escape");
    expect(troubles).toEqual([]);
  });

  it("changes its colours in the account menu, and keeps them", async () => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Dark" }).click();
    expect(await background()).toBe("rgb(20, 28, 27)");
    await page.reload();
    await page.getByRole("heading", { name: "Access log" }).waitFor();
    expect(await background()).toBe("rgb(20, 28, 27)");
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await page.evaluate(() => localStorage.getItem("chaperone-session"))).toBeNull();
  });
});
