import { writeFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { careNoticesOf } from "#domain/law/notices";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  troublesOf,
} from "../../support/browser/dashboard-page.ts";
import { everyWidth, faultsOfLooks, wide } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, setUpLink, startClinic } from "../../support/server/clinic.ts";
import { readReport } from "../../support/server/read-report.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

const folder = picturesOf("law");
const nations = {
  england: { nation: "england", careRegulator: "cqc", legalForm: "body", nhsWork: "no" },
  scotland: { nation: "scotland", careRegulator: "his", legalForm: "body", nhsWork: "no" },
  wales: { nation: "wales", careRegulator: "hiw", legalForm: "body", nhsWork: "yes" },
  "northern-ireland": { nation: "northern-ireland", careRegulator: "rqia", legalForm: "body", nhsWork: "no" },
} as const;

describeWith(["chromium", "dashboard"])("the law of the clinic's nation in the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let clinic: Clinic;
  let manager: Member;
  let page: Page;
  let context: BrowserContext;
  let troubles: string[];

  const change = async (data: object): Promise<void> => {
    const [row] = await clinic.rows(clinic.lead, "clinic");
    if (!row) throw new Error("no clinic");
    await clinic.act(clinic.lead, "clinic.change", data, row);
  };
  const dialog = () => page.getByRole("dialog");
  /** What is wrong with a page that is open. Each width of a page is looked at for one nation. */
  async function looks(name: string, widths = everyWidth, of = page): Promise<void> {
    expect(await faultsOfLooks(of, `${folder}/${name}`, widths)).toEqual([]);
  }

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    browser = things.open(await launchPlainBrowser());
    manager = await clinic.join("Tom Reed", "manager");
    await change({ controller: clinic.lead.id, duty: manager.id, deputy: clinic.lead.id });
    context = await browser.window({ width: 1440, height: 900 });
    page = await context.newPage();
    troubles = troublesOf(page, ["400 /act"]);
    await openSignedIn(page, server.url, clinic.lead);
  });

  it("set-up asks the four questions first, by the keyboard alone", async () => {
    const fresh = things.open(await startServer());
    const link = await setUpLink(fresh);
    const own = await browser.window({ width: 1440, height: 900 });
    const setUp = await own.newPage();
    const wrong = troublesOf(setUp);
    await setUp.goto(link);
    await setUp.getByLabel("Clinic’s name").focus();
    await setUp.keyboard.type("Harbour Physio");
    await setUp.keyboard.press("Tab");
    const at = () => setUp.evaluate(() => document.activeElement?.id ?? "");
    expect(await at()).toBe("nation");
    // Nothing is chosen for the clinic: no question is answered before it is asked.
    expect(await setUp.locator("input:checked").count()).toBe(0);
    await setUp.keyboard.press("Space");
    await setUp.keyboard.press("ArrowDown");
    expect(await setUp.getByLabel("Wales", { exact: true }).isChecked()).toBe(true);
    await setUp.keyboard.press("Tab");
    expect(await at()).toBe("care-regulator");
    await setUp.getByText("Yes, with Healthcare Inspectorate Wales (HIW)").waitFor();
    expect(await setUp.getByText("CQC").count()).toBe(0);
    await setUp.keyboard.press("Space");
    // Another nation has another inspector: what was answered is asked anew.
    await setUp.keyboard.press("Shift+Tab");
    await setUp.keyboard.press("ArrowDown");
    await setUp.getByText("Yes, with Healthcare Improvement Scotland (HIS)").waitFor();
    expect(await setUp.locator("input[name=care-regulator]:checked").count()).toBe(0);
    await setUp.keyboard.press("Tab");
    await setUp.keyboard.press("Space");
    await setUp.keyboard.press("Tab");
    expect(await at()).toBe("legal-form");
    await setUp.keyboard.press("Space");
    await setUp.keyboard.press("Tab");
    expect(await at()).toBe("nhs-work");
    await setUp.keyboard.press("Space");
    await looks("set-up", everyWidth, setUp);
    expect(wrong).toEqual([]);
    await own.close();
  });

  it("what was never asked is shown as something to answer, and the settings answer it", async () => {
    await change({ careRegulator: "", legalForm: "", nhsWork: "" });
    await page.goto(`${server.url}/`);
    await page.getByText("Say whose law the clinic works under").waitFor();
    await looks("today-not-asked");
    await page.getByRole("link", { name: "Say it" }).click();
    await page.getByText("3 are not said yet").waitFor();
    await page.getByLabel("Where the clinic is").selectOption({ label: "Northern Ireland" });
    await page.getByLabel("Registered for the care it gives").selectOption({ index: 1 });
    await page.getByLabel("What the clinic is in law").selectOption({ index: 2 });
    await page.getByLabel("Works for the NHS").selectOption({ index: 2 });
    await looks("settings");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("The settings are saved").waitFor();
    const [row] = await clinic.rows(clinic.lead, "clinic");
    expect(row).toMatchObject(nations["northern-ireland"]);
    await page.getByRole("link", { name: "What follows from these answers" }).click();
    await page.getByText("Any theft, burglary or accident").waitFor();
    await page.getByText("27th birthday").waitFor();
    expect(await page.getByText("CQC").count()).toBe(0);
    await looks("law-northern-ireland");
  });

  for (const [nation, answers] of Object.entries(nations)) {
    it(`an incident in ${nation}`, async () => {
      const widths = nation === "wales" ? everyWidth : [wide];
      await change(answers);
      const text = `A bag with letters was lost, ${nation}.`;
      const { id } = await clinic.act(clinic.lead, "breaches.told", { text, kind: "lost-or-stolen" });
      await page.goto(`${server.url}/incidents/${id}`);
      await page.getByRole("heading", { name: "Duty of candour" }).waitFor();
      const [line] = careNoticesOf(answers.careRegulator);
      const short = answers.careRegulator.toUpperCase();
      const clocks = page.locator("[data-law-clocks]");
      if (nation === "scotland") expect(await clocks.count()).toBe(0);
      else await clocks.getByText(`Say whether ${short} has to be told`).waitFor();

      await page.getByRole("button", { name: `Say whether ${short} has to be told` }).click();
      await dialog()
        .getByLabel(line?.text ?? "")
        .check();
      await dialog().getByLabel("Why, or why not").fill("It is such an event.");
      expect(await axeViolations(page)).toEqual([]);
      await pictureForPeople(page, { path: `${folder}/care-dialog-${nation}.png` });
      await dialog()
        .getByRole("button", { name: `${short} has to be told` })
        .click();
      await page.getByText(`It is recorded whether ${short} has to be told`).waitFor();
      if (nation !== "scotland") {
        await clocks.getByText(`Tell ${short}:`).waitFor();
        const left = nation === "england" ? /without delay/ : /h/;
        expect(await clocks.locator("[data-law-clock=care]").textContent()).toMatch(left);
      }

      await page.getByRole("button", { name: "Say what is known of harm" }).click();
      await dialog().getByLabel("Whose patient is it?").selectOption("private");
      await dialog().getByLabel("What came of it?").selectOption("could");
      await dialog().getByLabel("The gravest harm").selectOption("lasting");
      await dialog().getByLabel("Whose opinion is that?").selectOption("uninvolved");
      await dialog().getByLabel("What this rests on").fill("A colleague looked at it.");
      expect(await axeViolations(page)).toEqual([]);
      await pictureForPeople(page, { path: `${folder}/candour-dialog-${nation}.png`, fullPage: true });
      await dialog().getByRole("button", { name: "Save" }).click();
      await page.getByText("It is recorded what is known of harm").waitFor();
      const candour = page.locator("[data-candour]");
      const [binds, met] = {
        england: ["law", "no"],
        scotland: ["law", "yes"],
        wales: ["no", "no"],
        "northern-ireland": ["policy", "yes"],
      }[nation] ?? ["", ""];
      expect(await candour.getAttribute("data-candour")).toBe(binds);
      expect(await candour.getAttribute("data-met")).toBe(met);
      await looks(`incident-${nation}`, widths);

      await page.goto(`${server.url}/desk`);
      const rows = page
        .locator("[data-desk] tbody tr")
        .filter({ has: page.locator(`a[href="/incidents/${id}"]`) });
      await rows.first().waitFor();
      const kinds = await rows.evaluateAll((all) => all.map((one) => one.getAttribute("data-kind")));
      expect(kinds.filter((kind) => kind === "care")).toHaveLength(nation === "scotland" ? 0 : 1);
      expect(kinds.filter((kind) => kind === "candour")).toHaveLength(nation === "scotland" ? 2 : 0);
      await looks(`desk-${nation}`, widths);

      const [row] = (await clinic.rows(clinic.lead, "breaches")).filter((one) => one.id === id);
      if (!row) throw new Error("no incident");
      const read = await readReport(server.url, clinic.lead.token, id);
      await clinic.act(clinic.lead, "breaches.version", read, row);
      await page.goto(`${server.url}/incidents/${id}`);
      await page.getByRole("button", { name: "Export", exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: /^PDF of version 1/ }).click(),
      ]);
      await download.saveAs(`${folder}/report-${nation}.pdf`);
    });
  }

  it("Scotland's yearly report stands on the desk until it is recorded as published", async () => {
    await change(nations.scotland);
    await page.goto(`${server.url}/desk`);
    await page
      .getByRole("link", { name: /^Publish the report on the duty of candour of/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Yearly report on the duty of candour" }).waitFor();
    await looks("candour-year");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as Word" }).click(),
    ]);
    await download.saveAs(`${folder}/candour-year.docx`);
    await page.getByRole("button", { name: "Record that it is published" }).click();
    const [year = "", month = "", day = ""] = clinicDay().split("-");
    for (const field of ["publishedOn", "toldOn"]) {
      await page.locator(`#${field}`).fill(day);
      await page.locator(`#${field}-month`).fill(month);
      await page.locator(`#${field}-year`).fill(year);
    }
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByText("It is recorded that the report is published").waitFor();
    await page.getByText(/^Published .* told /).waitFor();
  });

  it("no page of these was in trouble", () => {
    writeFileSync(`${folder}/troubles.txt`, troubles.join("\n"));
    expect(troubles).toEqual([]);
  });
});
