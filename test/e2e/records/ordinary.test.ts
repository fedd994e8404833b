import type { Page } from "playwright";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ofAnyPage } from "../../../extension/clinical/clicks.ts";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { type Orthanc, startOrthanc } from "../../support/clinical/orthanc.ts";
import { type PlainPages, startPlainPages } from "../../support/clinical/plain-pages.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { ordinary } from "../../support/ordinary-clicks.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { eventsOf, type ListedRow, storedEvents } from "../../support/server/ledger-rows.ts";
import { pairChromium } from "../../support/server/pair.ts";

/** Longer than the time after which what is on the screen counts. */
const settle = (page: Page) => page.waitForTimeout(2_600);

/** Addresses that a browser follows within the page's own site, each once. */
const followed = (id: string): string[] => {
  const { pages = [], links = [], acts = {} } = ordinary[id] ?? {};
  const near = Object.values(acts).flatMap((act) => act.near);
  const all = new Set([...pages, ...links, ...near, ...ofAnyPage]);
  return [...all].filter((one) => /^[/?#]/.test(one));
};

/**
 * Clicks an ordinary link to each address, from the page of a record, as a person does. What a link leads to becomes that
 * page again by its address, as pages do that load once.
 */
async function clickEach(page: Page, at: string, addresses: readonly string[]): Promise<void> {
  await page.goto(at);
  for (const address of addresses) {
    // The site knows no page at some of them.
    if ((await page.evaluate(() => document.contentType)) !== "text/html") await page.goto(at);
    await page.locator("h1").first().waitFor();
    await page.evaluate(
      ([record, href]) => {
        history.replaceState(null, "", record);
        document.getElementById("ordinary")?.remove();
        const link = document.createElement("a");
        [link.id, link.href, link.textContent] = ["ordinary", href, "Patients"];
        document.body.prepend(link);
      },
      [at, address] as const,
    );
    await page.click("#ordinary");
    await page.waitForLoadState();
  }
}

describeWith(["chromium", "extension", "orthanc"])("ordinary clicks in three clinical systems", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let orthanc: Orthanc;
  let records: PlainPages;
  let before: ListedRow[];
  let page: Page;

  const acts = async (): Promise<ListedRow[]> =>
    (await eventsOf(clinic, "record")).filter(({ kind }) => kind !== "record.view");
  /** All that was recorded since the test began and is no view, oldest first. */
  const since = async (): Promise<string[]> => {
    const known = new Set(before.map(({ seq }) => seq));
    const rows = (await acts()).filter(({ seq }) => !known.has(seq)).reverse();
    return rows.map(({ kind, recordRef, detail }) => {
      const { what = "", adapter } = JSON.parse(detail);
      return [kind, what, recordRef === "" ? "of no record" : "of a record", `by ${adapter}`].join(" ");
    });
  };
  /** Waits for so many, the last of which is a true act: what came before it is stored by then. */
  const told = async (kind: string): Promise<string[]> => {
    const stored = before.filter((row) => row.kind === kind).length;
    await storedEvents(clinic, kind, stored + 1);
    return since();
  };

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    orthanc = things.open(await startOrthanc());
    records = things.open(await startPlainPages("records.html"));
    await clinic.nameSites([
      { host: orthanc.host, adapter: "orthanc" },
      { host: records.host, adapter: "unknown-records" },
    ]);
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: clinic.lead.token, body: { notice } });
    chromium = things.open(await launchChromium());
    await serveCliniko(chromium.context);
    const wanted = { holder: "person", device: "clinic", user: clinic.lead.id, name: "Office" } as const;
    await pairChromium(chromium, clinic, wanted);
    page = await chromium.context.newPage();
  });

  beforeEach(async () => {
    before = await acts();
  });

  it("takes none in Cliniko for an act, and books the letter that follows on its record", async () => {
    const at = `https://${clinikoHost}/patients/1805465202989210063`;
    const searches = followed("cliniko").filter((one) => one.startsWith("/patients?q="));
    expect(searches).toEqual(["/patients?q=ellery"]);
    await clickEach(
      page,
      at,
      followed("cliniko").filter((one) => !searches.includes(one)),
    );
    await page.goto(at);
    for (const name of ["Patients", "New patient", "Second page", "By name", "Exports", "Print view"]) {
      await page.getByRole("link", { name, exact: true }).click();
      await page.waitForLoadState();
      await page.goBack();
    }
    const letter = page.getByRole("link", { name: "Clinic letter.pdf" });
    await letter.click({ button: "right" });
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Letter that asks first.pdf" }).click();
    await page.getByRole("button", { name: "Remove" }).click();
    await letter.click();
    expect(await told("record.download")).toEqual(["record.download attachment of a record by 2"]);
  });

  it("counts a search when it is made, and not when its results are gone back to, turned over or sorted", async () => {
    await page.goto(`https://${clinikoHost}/patients?q=ellery`);
    expect(await told("record.search")).toEqual(["record.search  of no record by 2"]);
    await page.getByRole("link", { name: "A", exact: true }).click();
    await page.waitForURL(/patients\/1$/);
    await page.goBack();
    await settle(page);
    await page.reload();
    await settle(page);
    for (const query of ["?q=ellery&page=2", "?q=ellery&sort=name", "?q=", "?filter=active"]) {
      await page.goto(`https://${clinikoHost}/patients${query}`);
      await settle(page);
    }
    await page.goto(`https://${clinikoHost}/patients?q=rosalind`);
    await storedEvents(clinic, "record.search", 2);
    expect(await since()).toHaveLength(2);
  });

  it("books a list that is taken out on no record, whichever is open", async () => {
    const views = (await eventsOf(clinic, "record.view")).length;
    await page.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    // Acts are watched once the background has said what system this is.
    await storedEvents(clinic, "record.view", views + 1);
    await page.getByRole("link", { name: "All patients as CSV" }).click();
    expect(await told("record.export")).toEqual(["record.export list of no record by 2"]);
  });

  it("takes none in a system that no adapter describes for an act, but a link that saves a file", async () => {
    const at = `${records.url}/patients/1805465202989210063`;
    await clickEach(page, at, followed("unknown-records"));
    await page.goto(at);
    await page.locator("h1").waitFor();
    await page.evaluate(() => {
      const link = document.createElement("a");
      [link.id, link.textContent, link.download] = ["file", "Save", "list.csv"];
      link.href = URL.createObjectURL(new Blob(["a"]));
      document.body.prepend(link);
    });
    await page.click("#file");
    expect(await told("record.download")).toEqual(["record.download file of no record by 2"]);
  });

  it("takes none in a real Orthanc for an act, and a lookup for a search once it is made", async () => {
    const { patientUuid } = await orthanc.addPatient(ellery);
    await page.goto(orthanc.signInUrl);
    await page.locator("#lookup-submit").waitFor({ state: "attached" });
    await settle(page);
    expect(await since()).toEqual([]);
    await page.goto(orthanc.patientPage(patientUuid));
    await page.locator("#list-studies a").first().click();
    const archive = page.locator("#study-archive");
    await archive.waitFor();
    await archive.click({ button: "right" });
    await page.keyboard.press("Escape");
    const [tab] = await Promise.all([
      chromium.context.waitForEvent("page"),
      archive.click({ button: "middle" }),
    ]);
    await tab.close();
    await page.locator("#study-delete").click();
    await page.getByText("Cancel").first().click();
    await page.locator("#list-series a").first().click();
    await page.locator("#series-archive").waitFor();
    await page.goBack();
    await archive.waitFor();
    const name = page.locator("#lookup-patient-name");
    // Its pages slide, and a click meanwhile is lost.
    const lookUp = async () => {
      if (await name.isVisible()) return true;
      await page.locator("#study a[href='#lookup']").click({ timeout: 2_000 });
      return false;
    };
    await expect.poll(() => lookUp().catch(() => false), { interval: 500 }).toBe(true);
    await name.fill("*");
    await page.locator("#lookup-submit").click();
    expect(await told("record.search")).toEqual(["record.search  of no record by 2"]);
    await page.locator("#lookup-result li a").first().click();
    await archive.waitFor();
    await page.goBack();
    await page.locator("#lookup-submit").waitFor({ state: "attached" });
    await settle(page);
    await page.goForward();
    await archive.click();
    expect(await told("record.export")).toEqual([
      "record.search  of no record by 2",
      "record.export archive of a record by 2",
    ]);
  });
});
