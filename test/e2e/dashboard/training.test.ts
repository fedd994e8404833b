import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, signedInWindow, widerThanWindow } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";

describeWith(["chromium", "dashboard"])("training", () => {
  const things = closing();
  let server: TestServer;
  let page: Page;
  let staff: Page;
  const troubles: string[][] = [];
  const dialog = () => page.getByRole("dialog");
  const said = (text: string) => page.getByRole("status").getByText(text).waitFor();
  const day = async (label: string, [d, m, y]: readonly [string, string, string]) => {
    const group = dialog().getByRole("group", { name: label });
    await group.getByLabel("Day").fill(d);
    await group.getByLabel("Month").fill(m);
    await group.getByLabel("Year").fill(y);
  };

  beforeAll(async () => {
    server = things.open(await startServer({ example: true }));
    const browser = things.open(await launchPlainBrowser());
    const lead = await signedInWindow(browser, server, "dpo", { width: 1440, height: 900 });
    page = lead.page;
    troubles.push(lead.troubles);
    const other = await signedInWindow(browser, server, "staff", { width: 390, height: 844 });
    staff = other.page;
    troubles.push(other.troubles);
  }, 120_000);

  it("takes a completion, and corrects it by another", async () => {
    await page.getByRole("link", { name: "Training", exact: true }).click();
    await page.getByRole("button", { name: "Lettie Arkwright" }).click();
    const panel = page.getByRole("complementary");
    await panel.getByText("Nothing is entered yet.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await panel.getByRole("button", { name: "Record a completion" }).click();
    await dialog().getByLabel("Course").selectOption({ label: "Data protection training" });
    await day("Completed on", ["31", "2", "2026"]);
    await dialog().getByRole("button", { name: "Record it" }).click();
    await dialog().getByText("Enter a day").waitFor();
    await day("Completed on", ["5", "1", "2026"]);
    await dialog().getByRole("button", { name: "Record it" }).click();
    await said("The completion is recorded.");
    await panel.getByText("5 January 2026").waitFor();
    await panel.getByRole("button", { name: /^Correct/ }).click();
    await day("Completed on", ["5", "1", "2020"]);
    await dialog().getByLabel("What was wrong").fill("The year.");
    await dialog().getByRole("button", { name: "Correct it" }).click();
    await said("The completion is corrected.");
    await panel.getByText("“The year.”").waitFor();
    const saved = page.waitForEvent("download");
    await panel.getByRole("button", { name: /^Certificate/ }).click();
    expect((await saved).suggestedFilename()).toBe("certificate-2020-01-05.pdf");
  });

  it("moves by arrows, shows a day that is past, and draws what runs out", async () => {
    await page.goto(`${server.url}/training`);
    await page.locator("[data-at='0 0']").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-at"))).toBe("1 1");
    await page.locator("[data-chart] canvas").first().waitFor();
    await page.locator("[data-runs-out] a").first().click();
    await page.waitForURL(/state=ends-/);
    await page.getByLabel("As of").fill("2026-01-31");
    await page.waitForURL(/on=2026-01-31/);
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect((await file).suggestedFilename()).toBe("training-2026-01-31.csv");
    const pdf = page.waitForEvent("download");
    await page.getByRole("button", { name: "PDF" }).click();
    expect((await pdf).suggestedFilename()).toBe("training-2026-01-31.pdf");
  });

  it("adds a course with a lesson, whose script stays text, and staff answer it on a phone", async () => {
    await page.goto(`${server.url}/training/courses`);
    await page.getByRole("button", { name: "Add a course" }).click();
    await dialog().getByLabel("Name").fill("Fire safety");
    await dialog().getByRole("button", { name: "Add it" }).click();
    await said("The course is added.");
    const row = page.locator("[data-courses] tbody tr").filter({ hasText: "Fire safety" });
    await row.getByRole("button", { name: /^New version/ }).click();
    await dialog()
      .getByLabel("The lesson")
      .fill("# Doors\n<script>window.broken = 1</script> <b>Keep them free.</b>");
    await dialog().getByLabel("Question 1").fill("May a door be blocked?");
    await dialog().getByLabel("Its answers").fill("Yes\nNo");
    await dialog().getByLabel("Number of the right one").fill("2");
    await dialog().getByRole("button", { name: "Add the version" }).click();
    await said("The version is added.");
    await row.getByRole("button", { name: /^Ask it of/ }).click();
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Ask for it" }).click();
    await said("It is asked.");

    await staff.goto(`${server.url}/training/courses`);
    await staff.getByRole("link", { name: "Fire safety", exact: true }).click();
    await staff.getByText("<b>Keep them free.</b>").waitFor();
    expect(await staff.evaluate(() => "broken" in window)).toBe(false);
    await staff.getByLabel("Yes").check();
    await staff.getByRole("button", { name: "Answer" }).click();
    await staff.getByText("0 of 1 are right").waitFor();
    expect(await widerThanWindow(staff)).toBe(0);
    await staff.getByLabel("No", { exact: true }).check();
    await staff.getByRole("button", { name: "Answer" }).click();
    await staff.getByText("It is completed").waitFor();
    await staff.locator("[data-training]").getByText("Fire safety:").waitFor();
    expect(await staff.locator("[data-training] tbody tr").count()).toBe(1);
  });

  it("brings a list in: asks once for its days, names a namesake’s rows, and undoes it as a whole", async () => {
    await page.goto(`${server.url}/training/import`);
    const bring = (csv: string) =>
      page
        .getByLabel("The file", { exact: true })
        .setInputFiles({ name: "completions.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    const head = "Name;E-mail;Course;Completed\n";
    const maya = "Maya Lindqvist;maya.lindqvist@harbour.example;Record keeping;";
    await bring(`${head}${maya}03/04/2026\n${maya}13/04/2026\n${maya}04/13/2026\n`);
    await page.getByText("Neither reading fits all rows").waitFor();
    await page.getByLabel(/The day first/).check();
    await page.getByText("Line 4:").waitFor();
    await bring(`${head}${maya}03/04/2026\nTom Reed;;Record keeping;13/04/2026\n`);
    await page.getByText("03/04/2026 is 3 April 2026; 13/04/2026 is 13 April 2026").waitFor();
    await page.getByText("03/04/2026 is 4 March 2026; 13/04/2026 is no day").waitFor();
    await page.getByLabel(/The day first/).check();
    await page.getByLabel("Tom Reed").selectOption({ label: "Tom Reed, tom.reed@harbour.example" });
    await page.getByRole("button", { name: "Look", exact: true }).click();
    await page.getByText("2 completions would be new").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Bring in 2 completions" }).click();
    await said("2 completions are brought in.");
    await page.getByText("days read with the day first").waitFor();
    await page.getByRole("button", { name: "Undo it as a whole" }).click();
    await dialog().getByLabel("Why").fill("The wrong list.");
    await dialog().getByRole("button", { name: "Undo it" }).click();
    await said("The import is undone.");
  });

  it("sets a target with its source, and says what speaks against it", async () => {
    await page.goto(`${server.url}/training`);
    await page.getByRole("button", { name: "Set the target" }).click();
    await dialog()
      .getByLabel(/small provider/)
      .check();
    await dialog().getByText("Contradictory").waitFor();
    await dialog().getByRole("button", { name: "Set it" }).click();
    await said("The target is set.");
    await page.getByText("Target: 95 % in date").waitFor();
  });

  it("gives a lesson after a finding, says of all of them whether they helped, and takes one back", async () => {
    await page.goto(`${server.url}/training/given`);
    await page.getByText("Of 2 lessons given after a finding, none was followed").waitFor();
    const rows = page.locator("[data-given-lesson]");
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole("link", { name: "after a mail that was sent anyway" }).click();
    await page.getByRole("complementary").getByRole("button", { name: "Give a lesson" }).first().waitFor();
    // The same from the list of what was held: its panel shows what became of it.
    await page.goto(`${server.url}/mail?outcome=sent-anyway&when=month`);
    await page.locator("[data-mail] tbody tr").first().click();
    await page.getByRole("complementary").getByRole("button", { name: "Give a lesson" }).first().click();
    await dialog().getByLabel("Why").fill("The approved way is quicker than it looks.");
    await dialog().getByLabel("Which course").selectOption({ label: "Record keeping" });
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Give it" }).click();
    await said("The lesson is given.");
    await page.goto(`${server.url}/training/given`);
    await page.getByText("Of 3 lessons given after a finding").waitFor();
    await rows.first().getByText("“The approved way is quicker than it looks.”").waitFor();
    await rows
      .first()
      .getByRole("button", { name: /^Take back/ })
      .click();
    await dialog().getByLabel("What was wrong").fill("It was another’s letter.");
    await dialog().getByRole("button", { name: "Take it back" }).click();
    await said("It is taken back.");
    await rows.first().getByText("“It was another’s letter.”").waitFor();
    await page.getByText("Of 2 lessons given after a finding").waitFor();
    await rows
      .last()
      .getByRole("link", { name: /^after INC-/ })
      .click();
    await page.locator("[data-case-lessons]").getByText("Confidentiality").waitFor();
  });

  it("asks for a document to be acknowledged, and takes that it was given to who does not tick", async () => {
    await page.goto(`${server.url}/training/courses`);
    await page.getByRole("button", { name: "Add a course" }).click();
    await dialog().getByLabel("A document that people read and acknowledge").check();
    await dialog().getByLabel("Name").fill("CCTV policy");
    await dialog().getByRole("button", { name: "Add it" }).click();
    await said("The course is added.");
    const row = page.locator("[data-courses] tbody tr").filter({ hasText: "CCTV policy" });
    await row.getByRole("button", { name: /^New version/ }).click();
    await dialog().getByLabel("A link").check();
    await dialog().getByLabel("Address").fill("https://harbour.example/cctv-policy");
    await dialog().getByRole("button", { name: "Add the version" }).click();
    await said("The version is added.");
    await row.getByRole("button", { name: /^Ask it of/ }).click();
    expect(await dialog().getByLabel("Every how many months").inputValue()).toBe("0");
    await dialog().getByRole("button", { name: "Ask for it" }).click();
    await said("It is asked.");
    await row.getByRole("button", { name: /^Given on/ }).click();
    await dialog().getByLabel("To whom").selectOption({ label: "Lettie Arkwright" });
    await dialog().getByLabel("How").fill("On paper, in the meeting.");
    expect(await axeViolations(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Record it" }).click();
    await said("It is recorded.");

    await staff.goto(`${server.url}/training/courses`);
    await staff.getByRole("link", { name: "CCTV policy", exact: true }).click();
    await staff.getByRole("link", { name: "https://harbour.example/cctv-policy" }).waitFor();
    expect(await axeViolations(staff)).toEqual([]);
    await staff.getByRole("button", { name: "I have read it and understood it" }).click();
    await staff.getByText("It stands under your name").waitFor();
    expect(await widerThanWindow(staff)).toBe(0);
  });

  it("met nothing on the way that nobody expected", () =>
    expect(troubles.flat().filter((one) => !one.startsWith("400 /api/chaperone/act"))).toEqual([]));
});
