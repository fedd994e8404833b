import { readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import {
  axeViolations,
  openWhole,
  pictureForPeople,
  picturesOf,
  troublesOf,
} from "../../support/browser/dashboard-page.ts";
import { asSignedIn } from "../../support/browser/first-screen.ts";
import { faultsOfLooks, wide } from "../../support/browser/looks.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { clinicClock } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import type { TestServer } from "../../support/server/server.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

const folder = picturesOf("incidents");
const hour = 3_600_000;

describeWith(["chromium", "dashboard"])("incidents in the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let clinic: Clinic;
  let manager: Member;
  let staff: Member;
  const pages = new Map<Member, { page: Page; context: BrowserContext; troubles: string[] }>();
  let first = "";

  /** The page of somebody who is signed in; each signs in once. */
  async function of(member: Member): Promise<Page> {
    const known = pages.get(member);
    if (known) return known.page;
    const context = await browser.window({ width: 1440, height: 900 });
    const page = await context.newPage();
    // Expected: a form refused, a case that is not theirs, a conflict.
    const troubles = troublesOf(page, ["409 /act", "400 /act", "400 /report", "404 "]);
    await openSignedIn(page, server.url, member);
    pages.set(member, { page, context, troubles });
    return page;
  }
  const rowOf = async (who: Member, id: string) =>
    (await clinic.rows(who, "breaches")).find((row) => row.id === id) ?? { id, version: 0 };
  const dialog = (page: Page) => page.getByRole("dialog");
  /** Of each marked word that it names no patient. */
  const doubts = (check: Locator) => check.getByRole("checkbox", { name: /^Not a patient/ });
  const said = (page: Page, text: string | RegExp) => page.getByRole("status").getByText(text).waitFor();

  async function typeMoment(page: Page, id: string, parts: readonly string[]): Promise<void> {
    const names = ["", "-month", "-year", "-hour", "-minute"];
    for (const [index, part] of parts.entries()) await page.locator(`#${id}${names[index]}`).fill(part);
  }

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    browser = things.open(await launchPlainBrowser());
    manager = await clinic.join("Tom Reed", "manager");
    staff = await clinic.join("Maya Lindqvist", "staff");
    const [row] = await clinic.rows(clinic.lead, "clinic");
    if (!row) throw new Error("no clinic");
    await clinic.act(
      clinic.lead,
      "clinic.change",
      { controller: manager.id, duty: clinic.lead.id, deputy: manager.id, since: "2019-01-01T00:00:00.000Z" },
      row,
    );
  });

  it("lets a member of staff report in a minute, with words that mend", async () => {
    const page = await of(staff);
    await page.getByRole("link", { name: "Report", exact: true }).click();
    await page.getByRole("heading", { name: "Report an incident" }).waitFor();
    await page.getByLabel("What happened?").fill("I put the letter for Mrs Ellery in another envelope.");
    const minute = page.locator("#noticed-year");
    const year = await minute.inputValue();
    await minute.fill(String(Number(year) + 1));
    await page.getByRole("button", { name: "Send the report" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText("Four things to mend").waitFor();
    expect(await summary.getByRole("link").allInnerTexts()).toEqual([
      "Choose what kind of thing happened",
      expect.stringMatching(/^Enter a time before now\. It is \d\d:\d\d$/),
      "Leave out “Mrs Ellery”. Say “the patient”",
      "Say whether it was you, or somebody of your own",
    ]);
    await summary.getByRole("link").nth(2).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("text");
    expect(await axeViolations(page)).toEqual([]);
    await pictureForPeople(page, { path: `${folder}/report-errors-1440.png`, fullPage: true });

    await minute.fill(year);
    await page.getByText("Something went to the wrong person").click();
    await page.getByLabel("It was me").check();
    // The draft is kept without the patient's name; with it mended, all of it.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Ellery");
    await page.getByLabel("What happened?").fill("I put a letter into the envelope of another patient.");
    await page.reload();
    expect(await page.getByLabel("What happened?").inputValue()).toContain("another patient");
    await page.getByRole("button", { name: "Send the report" }).click();
    await said(page, "Your report is INC-1.");
    await page.getByText("with the lead, not decided yet").waitFor();
    const [row] = await clinic.rows(clinic.lead, "breaches");
    first = row?.id ?? "";
    expect(row).toMatchObject({ reporter: staff.id, senders: [staff.id] });
  });

  it("shows staff nothing of the register", async () => {
    const page = await of(staff);
    await page.goto(`${server.url}/incidents`);
    await page.getByRole("heading", { name: "Not for your role" }).waitFor();
    await page.goto(`${server.url}/incidents/${first}`);
    await page.getByText("There is no such incident.").waitFor();
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Waiting for me" }).waitFor();
    expect(await page.getByRole("heading", { name: "Running out" }).count()).toBe(0);
    expect(await page.locator("[data-nearest]").count()).toBe(0);
  });

  it("asks on the first screen who decides, with the clock and its end", async () => {
    const page = await of(clinic.lead);
    await page.goto(server.url);
    const rows = page.locator("[data-running-out] li");
    const clock = rows.filter({ hasText: "Possible breach: decide" });
    await clock.waitFor();
    expect(await clock.innerText()).toContain("with Priya Raman");
    expect(await clock.innerText()).toMatch(/71 h \d+ min/);
    // What ends first: on the last days of a week its review does.
    const [first, nearest] = await Promise.all([
      rows.first().innerText(),
      page.locator("[data-nearest]").innerText(),
    ]);
    expect(first).toContain(/\d+ (h|days)/.exec(nearest)?.[0]);
    await pictureForPeople(page, { path: `${folder}/today-running-1440.png`, fullPage: true });
    await page.locator("[data-decide]").getByRole("link", { name: "Decide" }).click();
    await page.getByRole("heading", { name: "Something reached the wrong person" }).waitFor();
  });

  it("says what somebody else changed before it decides again", async () => {
    const page = await of(clinic.lead);
    await page.getByRole("button", { name: "Breach", exact: true }).click();
    await dialog(page).getByRole("button", { name: "Decide: a breach" }).click();
    await dialog(page).getByText("Say in a sentence why").waitFor();
    await dialog(page).getByLabel("Reason").fill("Another patient has read it.");
    // Meanwhile the manager decides, too.
    const row = await rowOf(manager, first);
    await clinic.act(
      manager,
      "breaches.triage",
      { verdict: "near-miss", reason: "It came back unopened." },
      row,
    );
    await dialog(page).getByRole("button", { name: "Decide: a breach" }).click();
    const alert = dialog(page).getByRole("alert");
    await alert.getByText("Tom Reed changed this meanwhile.").waitFor();
    const changes = await alert.getByRole("listitem").allTextContents();
    expect(changes.map((one) => one.replace(/\s+/g, " ").trim())).toEqual([
      "the state: Reported, not decided yet →, now Near miss",
      "whether it is a breach: nothing →, now A near miss",
      "the reason of that decision: nothing →, now “It came back unopened.”",
    ]);
    expect(await dialog(page).getByLabel("Reason").inputValue()).toBe("Another patient has read it.");
    expect(await axeViolations(page)).toEqual([]);
    // Having seen it, the lead decides all the same.
    await alert.getByRole("button", { name: "I have seen it: go on" }).click();
    await dialog(page).getByRole("button", { name: "Decide: a breach" }).click();
    await said(page, "Decided: a breach.");
    await page.getByText("“Another patient has read it.”").first().waitFor();
  });

  it("takes the ICO's notice at hour three with anything unknown", async () => {
    const page = await of(clinic.lead);
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("menuitem", { name: /Check and freeze version 1/ }).click();
    const check = page.locator("[data-check]");
    const paper = check.getByRole("region", { name: "The paper, version 1" });
    await paper.getByText("Not yet read by a person").first().waitFor();
    // Somebody is named whom no screen finds: marked, on the paper and beside it.
    await clinic.act(
      manager,
      "breaches.entry",
      { text: "hazel says it was put under her door." },
      await rowOf(manager, first),
    );
    await check.getByText("I have read all of it").click();
    for (const one of await doubts(check).all()) await one.check();
    await check.getByRole("button", { name: "Freeze version 1" }).click();
    await check.getByRole("alert").getByText("It was changed while you read").waitFor();
    await paper.locator("mark", { hasText: "hazel" }).first().waitFor();
    expect(await check.locator("[data-doubts]").innerText()).toContain("hazel");
    expect(await faultsOfLooks(page, `${folder}/check`)).toEqual([]);
    await check.getByRole("button", { name: "Freeze version 1" }).click();
    await check.getByText(/^Look at each marked word, and tick it\. Left: .*Read all of it/).waitFor();
    for (const one of await doubts(check).all()) await one.check();
    await check.getByText("I have read all of it").click();
    await check.getByRole("button", { name: "Freeze version 1" }).click();
    await said(page, "Version 1 is made");
    await page.locator("[data-versions]").getByText("read by Priya Raman").waitFor();
    await page.getByRole("button", { name: "Record that the ICO was told" }).click();
    expect(await dialog(page).getByText("Why was it sent after the 72 hours?").count()).toBe(0);
    await dialog(page).getByLabel("The ICO’s reference").fill("IC-1");
    await dialog(page).getByRole("button", { name: "Record it" }).click();
    await said(page, "It is recorded that the ICO was told.");
    await page
      .locator("[data-versions]")
      .getByText(/Version 1.*, sent today/)
      .waitFor();
    const row = await rowOf(clinic.lead, first);
    expect(row).toMatchObject({ icoReference: "IC-1", peopleCount: -1, containedAt: "" });
  });

  it("shows in version 2 exactly what changed, and version 1 as it was", async () => {
    const page = await of(clinic.lead);
    const snapshots = async () =>
      new Map(
        (await clinic.rows(clinic.lead, "breach_reports")).map((row) => [row.number, String(row.snapshot)]),
      );
    const before = (await snapshots()).get(1);
    await page
      .getByRole("region", { name: "Facts" })
      .getByRole("button", { name: "Change", exact: true })
      .click();
    await dialog(page).getByLabel("People", { exact: true }).fill("3");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await said(page, "The description is saved.");
    await page.getByText("What changed since version 1 was sent").click();
    const theChange = expect.stringMatching(/How many people could be affected\?\s+Not known yet\s+3/);
    const unfrozen = page.locator('[data-changes="unfrozen"] tbody tr');
    await unfrozen.first().waitFor();
    expect(await unfrozen.allInnerTexts()).toEqual([theChange]);
    await page.getByRole("button", { name: "Check and freeze version 2" }).click();
    const check = page.locator("[data-check]");
    await check.getByText("I have read all of it").click();
    for (const one of await doubts(check).all()) await one.check();
    await check.getByRole("button", { name: "Freeze version 2" }).click();
    await said(page, "Version 2 is made");
    const frozen = page.locator('[data-changes="frozen"] tbody tr');
    await frozen.first().waitFor();
    await page.getByText("version 2 says all that is known now").waitFor();
    expect(await frozen.allInnerTexts()).toEqual([theChange]);
    expect((await snapshots()).get(1)).toBe(before);
  });

  it("makes the PDF of a version, keeps it beside it and gives the same bytes again", async () => {
    const page = await of(clinic.lead);
    const fetchPdf = async () => {
      const coming = page.waitForEvent("download", { timeout: 60_000 });
      await page.getByRole("button", { name: "Export", exact: true }).click();
      await page.getByRole("menuitem", { name: "PDF of version 2" }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe("INC-1-version-2.pdf");
      return readFileSync(await download.path());
    };
    const once = await fetchPdf();
    expect(once.subarray(0, 5).toString()).toBe("%PDF-");
    await said(page, "The PDF is in your downloads.");
    const [row] = (await clinic.rows(clinic.lead, "breach_reports")).filter(({ number }) => number === 2);
    expect(String(row?.pdfSha256)).toMatch(/^[0-9a-f]{64}$/);
    expect((await fetchPdf()).equals(once)).toBe(true);
  });

  it("keeps the tool's advice, the lead's advice and the controller's decision apart", async () => {
    const page = await of(clinic.lead);
    await page.getByRole("button", { name: "Answer the questions" }).click();
    const choose = async (question: string, answer: string) =>
      await dialog(page).getByRole("group", { name: question }).getByText(answer, { exact: true }).click();
    await choose("Does it involve personal data of living people?", "Yes");
    await choose("How likely is a risk to the people concerned?", "Likely or very likely");
    await choose("Is there a high risk to them?", "Yes");
    await dialog(page).getByText("Tell the ICO and the people").waitFor();
    expect(await dialog(page).getByText("NHS grid").count()).toBe(0);
    await dialog(page).getByRole("button", { name: "Save the answers" }).click();
    await said(page, "The answers are saved.");
    await page.getByRole("button", { name: "Advise", exact: true }).click();
    await dialog(page).getByText("Tell the ICO", { exact: true }).click();
    await dialog(page).getByLabel("Reason").fill("The recipient is known and gave it back.");
    await dialog(page).getByRole("button", { name: "Advise" }).click();
    await said(page, "Your advice is recorded.");
    expect(await page.locator("[data-decision]").innerText()).toContain("The controller decides this.");

    const hers = await of(manager);
    await hers.goto(`${server.url}/incidents/${first}`);
    await hers.locator("[data-decision]").getByRole("button", { name: "Decide" }).click();
    await dialog(hers).getByText("Tell the ICO", { exact: true }).click();
    await dialog(hers).getByText("Tell them", { exact: true }).click();
    await dialog(hers).getByLabel("Reason").fill("Three people are concerned.");
    await dialog(hers).getByRole("button", { name: "Decide" }).click();
    await said(hers, "The decision is recorded.");
    expect(await hers.locator("[data-advice=tool]").innerText()).toContain("Tell the ICO and the people");
    expect(await hers.locator("[data-advice=lead]").innerText()).toContain("Tell the ICO\n");
    expect(await hers.locator("[data-decision]").innerText()).toContain("Tell the ICO; tell the people");
  });

  it("asks which of two in the hour that came twice, and why awareness changes", async () => {
    const page = await of(clinic.lead);
    await page.reload();
    await page.getByRole("button", { name: "Change the times" }).click();
    await typeMoment(page, "occurredFrom", ["25", "10", "2026", "1", "30"]);
    await dialog(page).getByText("The clocks went back: this time came twice. Which one?").waitFor();
    await dialog(page).getByRole("button", { name: "Save the times" }).click();
    await dialog(page)
      .getByText("This time came twice, for the clocks went back. Choose which one")
      .waitFor();
    await dialog(page)
      .getByText(/^The second, Sunday 25 October 2026, 01:30:00 GMT/)
      .click();
    await typeMoment(page, "awareAt", clinicClock(Date.now() - hour));
    await typeMoment(page, "detectedAt", ["25", "10", "2026", "9", "00"]);
    await dialog(page).getByRole("button", { name: "Save the times" }).click();
    await dialog(page).getByText("This was known: say why it changes").waitFor();
    await dialog(page)
      .getByLabel("Why does a time change that was known?")
      .fill("The desk knew an hour earlier.");
    await dialog(page).getByRole("button", { name: "Save the times" }).click();
    await said(page, "The times are saved.");
    expect(await rowOf(clinic.lead, first)).toMatchObject({ occurredFrom: "2026-10-25 01:30:00.000Z" });
  });

  it("keeps worklists: people by reference, accounts in order, actions that somebody else verifies", async () => {
    const page = await of(clinic.lead);
    const section = (name: string) => page.getByRole("region", { name });
    await section("People to tell").getByRole("button", { name: "Add" }).click();
    await dialog(page).getByLabel("Clinical system").fill("cliniko:harbour.uk2");
    await dialog(page).getByLabel("References").fill("1042\nO'Brien");
    await dialog(page).getByRole("button", { name: /^Add/ }).click();
    await dialog(page).getByText("Never a name").waitFor();
    await dialog(page)
      .getByLabel("References")
      .fill("1042\n1043\nhttps://harbour.uk2.cliniko.com/patients/1044");
    await dialog(page).getByRole("button", { name: "Add 3 people" }).click();
    await said(page, "They are on the list.");
    await section("People to tell").getByText("0 of 3 told").waitFor();
    await section("People to tell").getByRole("button", { name: "Told" }).first().click();
    await dialog(page).getByLabel("How?").selectOption("by letter");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await section("People to tell").getByText("1 of 3 told").waitFor();

    await section("Accounts to reset").getByRole("button", { name: "Add" }).click();
    await dialog(page).getByText("Maya Lindqvist").click();
    await dialog(page).getByText("Mail", { exact: true }).click();
    await dialog(page).getByRole("button", { name: "Add" }).click();
    await said(page, "The accounts are on the worklist.");
    await section("Accounts to reset").getByRole("button", { name: "Reset" }).click();
    await dialog(page).getByLabel("Why in this order").fill("She could not be reached and it was urgent.");
    await dialog(page).getByRole("button", { name: "Reset" }).click();
    await section("Accounts to reset").getByText("reset today").waitFor();

    const police = section("Others to tell").getByRole("checkbox", { name: /^The police/ });
    await police.click();
    await dialog(page).getByLabel("Note").fill("By telephone, reference 42.");
    await dialog(page).getByRole("button", { name: "Save" }).click();
    await said(page, "It is recorded that they were told.");
    await section("Others to tell").getByText("“By telephone, reference 42.”").waitFor();
    expect(await police.isChecked()).toBe(true);

    await section("Actions").getByRole("button", { name: "Add" }).click();
    await dialog(page).getByLabel("What is to be done").fill("Use window envelopes.");
    await dialog(page).getByLabel("Who does it").selectOption({ label: "Tom Reed" });
    await dialog(page).locator("#due").fill("31");
    await dialog(page).locator("#due-month").fill("12");
    await dialog(page).locator("#due-year").fill(String(new Date().getFullYear()));
    await dialog(page).getByRole("button", { name: "Add it" }).click();
    await said(page, "The action is given.");
    const hers = await of(manager);
    await hers.goto(server.url);
    await hers.locator("[data-my-actions]").getByRole("button", { name: "Done" }).click();
    await said(hers, "Done. Somebody else verifies it.");
    await section("Actions").getByRole("button", { name: "Verify" }).click();
    await said(page, "Verified.");
  });

  it("keeps evidence that claims to be a page, and refuses an empty file", async () => {
    const page = await of(clinic.lead);
    const input = page.getByRole("region", { name: "Evidence" }).locator("input[type=file]");
    await input.setInputFiles({ name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) });
    await page.getByText("This file is empty: 0 bytes.").waitFor();
    const hostile = "<html><script>window.hit = true</script>";
    await input.setInputFiles({
      name: "proof.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(hostile),
    });
    await page.getByRole("region", { name: "Evidence" }).getByText("text/html, 40 bytes").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: /^evidence-/ }).click();
    expect(readFileSync(await (await coming).path()).toString()).toBe(hostile);
  });

  it("is accessible and fits at every width in both themes", { timeout: 240_000 }, async () => {
    const state = await pages.get(clinic.lead)?.context.storageState();
    const context = await browser.window(wide);
    const page = await asSignedIn(context, { origins: state?.origins ?? [] });
    const troubles = troublesOf(page);
    const found: string[] = [];
    for (const path of ["/", "/report", "/incidents", `/incidents/${first}`, "/settings"]) {
      await openWhole(page, server.url + path);
      const name = path.replace(first, "one").replaceAll("/", "-").slice(1) || "today";
      found.push(...(await faultsOfLooks(page, `${folder}/${name}`)));
    }
    await context.close();
    expect([...found, ...troubles]).toEqual([]);
  });

  it("closes with what is missing said, and is frozen but for addenda", async () => {
    const page = await of(clinic.lead);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Close" }).click();
    const gaps = dialog(page).locator("[data-gaps]");
    await gaps.waitFor();
    expect(await gaps.getByRole("listitem").allInnerTexts()).toEqual([
      "Letters outstanding: 2 of 3 people are not told yet",
      "It does not say when and how it was contained",
      "The cause is not known",
      "Accounts on the worklist are not confirmed",
    ]);
    await dialog(page).getByRole("button", { name: "Close it all the same" }).click();
    await dialog(page).getByText("Say why it is closed all the same").waitFor();
    await dialog(page).getByRole("textbox").fill("The rest is followed up in the review.");
    await dialog(page).getByRole("button", { name: "Close it all the same" }).click();
    await page.locator("[data-closed]").waitFor();
    for (const name of ["Advise anew", "Change the answers", "Change the times", "Add an entry", "Answer"]) {
      expect(await page.getByRole("button", { name, exact: name !== "Answer" }).count(), name).toBe(0);
    }
    await page.getByRole("button", { name: "Add an addendum" }).click();
    await dialog(page).getByRole("textbox").fill("The recipient wrote that the copy is shredded.");
    await dialog(page).getByRole("button", { name: "Add it" }).click();
    await page.locator("[data-timeline]").getByText("shredded").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await pictureForPeople(page, { path: `${folder}/closed-1440.png`, fullPage: true });
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Reopen" }).click();
    await dialog(page).getByRole("textbox").fill("More came to light.");
    await dialog(page).getByRole("button", { name: "Reopen it" }).click();
    await said(page, "The incident is open again.");
    await page.getByRole("button", { name: "Add an entry" }).waitFor();
  });

  it("takes what somebody told by one key", async () => {
    const page = await of(manager);
    await page.goto(`${server.url}/incidents`);
    // The frame and the title stand before the page hears keys.
    await page.getByRole("button", { name: "Add what somebody told me" }).waitFor();
    await page.keyboard.press("t");
    await page.keyboard.type("A bag with the diary was left on a train.");
    await dialog(page).getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("heading", { name: "What somebody told us" }).waitFor();
    await page.goto(`${server.url}/incidents?state=reported`);
    await page.locator("[data-incidents]").getByText("INC-2").waitFor();
    expect(await page.locator("[data-incidents] tbody tr").count()).toBe(1);
  });

  it("keeps a confidential report about a manager from that manager", async () => {
    const page = await of(staff);
    await page.goto(`${server.url}/report`);
    await page.getByText("Someone saw what they had no need to see").click();
    await page.getByLabel("What happened?").fill("He opened the record of a neighbour.");
    await page.getByLabel("Neither, or I don’t know").check();
    await page.getByLabel("Keep my name between me and the lead").check();
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByRole("alert").getByText("Say whether it is about a manager or the owner").waitFor();
    await page.getByText("Yes, a manager").click();
    await page.getByLabel("Who is it?").selectOption({ label: "Tom Reed" });
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("report"))),
    ).toEqual([]);
    await page.getByRole("button", { name: "Send the report" }).click();
    await said(page, `Your report is with ${clinic.lead.name}.`);

    const lead = await of(clinic.lead);
    await lead.goto(`${server.url}/incidents`);
    await lead.locator("[data-incidents]").getByText("Confidential report").waitFor();
    const hers = await of(manager);
    await hers.goto(`${server.url}/incidents?state=all`);
    await hers.locator("[data-incidents]").getByText("INC-2").waitFor();
    expect(await hers.getByText("Confidential report").count()).toBe(0);
    await hers.goto(server.url);
    await hers.locator("[data-running-out]").waitFor();
    expect(await hers.getByText("Confidential").count()).toBe(0);
  });

  it("met nothing on the way that nobody expected", () => {
    expect([...pages.values()].flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
