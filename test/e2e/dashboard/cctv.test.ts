import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { monthLimit } from "#domain/law/working-days";
import { shortDay } from "#lib/format/time.ts";
import { rowsIn } from "../../server/people/database.ts";
import { axeViolations, signedInWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

const inDays = (days: number): string => clinicDay(days);
const span = (from: number, to: number): string =>
  [from, to].map((days) => shortDay(inDays(days), "UTC", Date.now())).join(" to ");

describeWith(["chromium", "dashboard"])("CCTV from the screen to the database", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let page: Page;
  let context: BrowserContext;
  let troubles: string[];

  const dialog = () => page.getByRole("dialog");
  const day = async (id: string, date: string): Promise<void> => {
    const [year = "", month = "", date_ = ""] = date.split("-");
    await dialog().locator(`#${id}`).fill(date_);
    await dialog().locator(`#${id}-month`).fill(month);
    await dialog().locator(`#${id}-year`).fill(year);
  };
  const choose = (id: string, label: string) => dialog().locator(`#${id}`).selectOption({ label });
  const last = (table: string) =>
    rowsIn(server, `SELECT * FROM ${table} ORDER BY "at" DESC, rowid DESC LIMIT 1`)[0];

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    browser = things.open(await launchPlainBrowser());
    ({ context, page, troubles } = await signedInWindow(browser, server, "dpo", {
      width: 1440,
      height: 900,
    }));
    troubles.length = 0;
  });

  it("shows one in order, one past its day, one that nobody looked at, and what is held", async () => {
    await page.goto(`${server.url}/cctv`);
    const of = (name: string) => page.locator("[data-recorders] > li", { hasText: name });
    await of("Car park").getByText("7 days past its day").waitFor();
    expect(await of("Car park").locator("[data-span=late]").count()).toBe(1);
    await of("Reception").getByText("oldest was 30 days").waitFor();
    await of("Canterbury").getByText("not looked at since").waitFor();
    expect(await of("Front entrance").locator("[data-span=held]").count()).toBe(1);
    await page.locator("[data-footage]").getByText("REQ-33").waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("holds pictures at this minute, exports them, and they play", async () => {
    await page.getByRole("button", { name: "Hold pictures", exact: true }).click();
    await choose("camera", "Reception, Whitstable");
    await day("fromDay", inDays(-28));
    await day("toDay", inDays(-27));
    await dialog().locator("#clockOff").fill("-40");
    await choose("purpose", "prevention or detection of crime");
    await choose("causeKind", "a police matter");
    await dialog().locator("#reference").fill("46-2214");
    await choose("authoriser", "Priya Raman");
    await day("reviewOn", inDays(30));
    await dialog().locator("#why").fill("Mrs Ellery is in it.");
    await dialog().getByRole("button", { name: "Hold them" }).click();
    await dialog().getByText("Leave out").waitFor();
    await dialog().locator("#why").fill("The police ask for the afternoon.");
    await dialog().getByRole("button", { name: "Hold them" }).click();
    await page.getByText("The pictures are held").waitFor();
    expect(last("holds")).toMatchObject({
      what: "Reception, Whitstable",
      reference: "46-2214",
      register: "cameras",
    });
    expect(last("footage_exports")).toMatchObject({ clockOff: "-40", exportBy: inDays(3), exportedAt: "" });

    const row = page.locator("[data-export]", { hasText: "Reception" });
    await row.getByText("export now").waitFor();
    await row.getByRole("button", { name: /^Exported/ }).click();
    await dialog().locator("#kept").fill("Encrypted stick 2, in the safe");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await row.getByText("does it play?").waitFor();
    await row.getByRole("button", { name: /^It plays/ }).click();
    await dialog().getByRole("button", { name: "It plays" }).click();
    await row.getByText("exported, and it plays").waitFor();
    expect(last("footage_exports")?.playsAt).not.toBe("");
  });

  it("what is held is given to others from its line, with its hold", async () => {
    const hold = String(last("holds")?.id);
    const row = page.locator("[data-export]", { hasText: "Reception" });
    await row.getByRole("button", { name: /^Disclose/ }).click();
    expect(await dialog().locator("#hold").inputValue()).toBe(hold);
    await choose("receiver", "the police");
    await dialog().locator("#organisation").fill("Kent Police");
    await choose("form", "a signed form of theirs");
    await day("askedOn", inDays(-1));
    await dialog().locator("#asked").fill("The afternoon at the desk.");
    await dialog().getByLabel("Refused", { exact: true }).check();
    await dialog().locator("#minimum").fill("The form is not signed.");
    await day("day", inDays(0));
    await choose("decidedBy", "Priya Raman");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await page.getByText("It is entered.").waitFor();
    expect(last("disclosures")).toMatchObject({ hold, outcome: "refused" });
  });

  it("a request held two days later is answered by the month from its own day", async () => {
    await page.getByRole("button", { name: "Hold pictures", exact: true }).click();
    await choose("camera", "Car park, Whitstable");
    await day("fromDay", inDays(-9));
    await day("toDay", inDays(-9));
    await choose("purpose", "somebody asked for their data");
    await choose("causeKind", "a request");
    await dialog().locator("#reference").fill("REQ-40");
    await choose("authoriser", "Priya Raman");
    await day("reviewOn", inDays(30));
    await dialog().locator("#why").fill("They ask for the afternoon.");
    await dialog().getByRole("button", { name: "Hold them" }).click();
    await dialog().getByText("Say on which day they asked").waitFor();
    await day("askedOn", inDays(1));
    await dialog().getByRole("button", { name: "Hold them" }).click();
    await dialog().getByText("This day is still to come").waitFor();
    await day("askedOn", inDays(-2));
    await dialog().getByRole("button", { name: "Hold them" }).click();
    await page.getByText("The pictures are held").waitFor();
    expect(last("holds")).toMatchObject({ reference: "REQ-40", askedOn: inDays(-2) });
    const by = shortDay(monthLimit(inDays(-2), "england").day, "UTC", Date.now());
    await page.locator("[data-export]", { hasText: "REQ-40" }).getByText(`answer by ${by}`).waitFor();
  });

  it("a look that finds pictures past their day is red, and an action", async () => {
    const reception = page.locator("[data-recorders] > li", { hasText: "Reception" });
    await reception.getByRole("button", { name: /^Look/ }).click();
    await day("oldest", inDays(-39));
    await dialog().getByLabel("Yes").check();
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await reception.getByText("8 days past its day").waitFor();
    expect(last("actions")).toMatchObject({
      register: "camera_checks",
      text: expect.stringContaining("39 days old"),
    });
  });

  it("more than 60 days are refused quoting the policy, and a held camera is not retired", async () => {
    await page.getByRole("button", { name: "Change Reception, Whitstable" }).click();
    await dialog().locator("#days").fill("61");
    await dialog().getByRole("button", { name: "Change it" }).click();
    await dialog().getByText("no longer than 60 days").waitFor();
    await dialog().getByRole("button", { name: "Leave it" }).click();
    await page.getByRole("button", { name: "Retire Reception, Whitstable" }).click();
    await day("day", inDays(0));
    await dialog().locator("#reason").fill("It is not needed.");
    await dialog().getByRole("button", { name: "Retire it" }).click();
    await dialog().getByText("it stays until the hold ends").waitFor();
    await dialog().getByRole("button", { name: "Leave it" }).click();
  });

  it("is a PDF for whoever inspects", async () => {
    await page.goto(`${server.url}/cctv`);
    const coming = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "PDF of the year" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^cctv-\d{4}-\d\d-\d\d\.pdf$/);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    // Fonts alone take less: it has its pages.
    expect(bytes.length).toBeGreaterThan(20_000);
    await page.getByText("The PDF is in your downloads.").waitFor();
  });

  it("what was entered stands in its list, and a hold and a disclosure are entered on their pages", async () => {
    await page.goto(`${server.url}/cctv/records?list=footage-viewings`);
    await page.locator("[data-records] li").first().getByText("REQ-33").waitFor();
    await page.goto(`${server.url}/holds?state=open`);
    await page.locator("[data-hold]", { hasText: "Reception, Whitstable" }).waitFor();
    const [{ id: hold } = { id: "" }] = rowsIn(server, "SELECT id FROM holds WHERE reference = '46-2214'");
    await page.goto(`${server.url}/disclosures`);
    await page.getByRole("button", { name: "Enter one" }).click();
    await choose("receiver", "the police");
    await dialog().locator("#organisation").fill("Kent Police");
    await choose("form", "by telephone");
    await choose("hold", `Reception, Whitstable, ${span(-28, -27)} (46-2214)`);
    await day("askedOn", inDays(-1));
    await dialog().locator("#asked").fill("One afternoon at the desk.");
    await dialog().getByLabel("Given", { exact: true }).check();
    await dialog().locator("#given").fill("Twenty minutes of one camera.");
    await dialog().locator("#minimum").fill("Only the minutes that they ask for.");
    await choose("others", "others are blurred or left out");
    await choose("how", "by hand, on an encrypted medium");
    await day("day", inDays(0));
    await choose("decidedBy", "Priya Raman");
    await dialog().locator("#purpose").fill("To find who took the bag.");
    await choose("ground", "an order of a court");
    await choose("consent", "not asked: it is not needed");
    await choose("told", "told after");
    await choose("checked", "in person, with proof");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await dialog().getByText("Ask for it in writing first").waitFor();
    await choose("form", "a signed form of theirs");
    await dialog().getByRole("button", { name: "Enter it" }).click();
    await page.locator("[data-disclosure]", { hasText: "Twenty minutes" }).waitFor();
    expect(last("disclosures")).toMatchObject({ receiver: "police", others: "blurred", form: "form", hold });
    await context.close();
    // The request of tomorrow, which the server refused.
    expect(troubles.filter((one) => !one.includes("403"))).toEqual(["400 /api/chaperone/act"]);
  });
});
