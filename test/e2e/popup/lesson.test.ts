import type { Page } from "playwright";
import { beforeAll, expect, it } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { axeViolations } from "../../support/browser/dashboard-page.ts";
import { clinicDay } from "../../support/clinic-time.ts";
import { closing } from "../../support/closing.ts";
import { takePicture } from "../../support/files/picture.ts";
import { describeWith } from "../../support/need.ts";
import { type Clinic, startClinic } from "../../support/server/clinic.ts";
import { pairChromium } from "../../support/server/pair.ts";

/** One grey point. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const marked = "<img src=x onerror=\"document.title='run'\">Check the address twice.";
const lesson = {
  parts: [{ title: "Before a letter leaves", text: marked }],
  questions: [
    { asks: "How often is the address checked?", answers: ["Never", "Twice"] },
    { asks: "Who may send it?", answers: ["Whoever looks after the patient", "Anybody"] },
  ],
  pass: 2,
};

describeWith(["chromium", "extension"])("A lesson in a paired browser", () => {
  const things = closing();
  let clinic: Clinic;
  let desk: Chromium;
  let joss = "";

  beforeAll(async () => {
    ({ clinic } = things.open(await startClinic()));
    const { lead } = clinic;
    joss = (await clinic.act(lead, "users.add", { name: "Joss Merriden", practitioner: false })).id;
    const named = { name: "Letters", about: "", ofBreaches: false, since: "" };
    const course = await clinic.act(lead, "courses.add", named);
    const form = new FormData();
    const from = clinicDay(-1);
    const version = { from, oldUntil: "", note: "", content: "lesson", lesson, rights: [1, 0] };
    form.set("data", JSON.stringify(version));
    form.set("course", course.id);
    form.set("version", String(course.version));
    form.set("file", new Blob([png]), "letter.png");
    const brought = await fetch(`${clinic.url}/api/chaperone/training-file`, {
      method: "POST",
      headers: { authorization: lead.token },
      body: form,
    });
    expect(brought.status).toBe(200);
    const due = clinicDay(7);
    const reason = "A letter went to the wrong surgery.";
    await clinic.act(lead, "given_lessons.add", { user: joss, course: course.id, reason, due });
    desk = things.open(await launchChromium());
    await pairChromium(desk, clinic, { holder: "desk", device: "clinic", name: "Front desk" });
  });

  async function openLessons(): Promise<Page> {
    const popup = await desk.popup();
    await popup.getByLabel("Who is here?").selectOption({ label: "Joss Merriden" });
    const opened = desk.context.waitForEvent("page");
    await popup.getByRole("link", { name: "1 lesson waits for you" }).click();
    return await opened;
  }

  it("is read and answered by somebody without a sign-in, and stands under their name", async () => {
    const page = await openLessons();
    await page.setViewportSize({ width: 390, height: 800 });
    const titleBefore = await page.title();
    expect(await page.getByLabel("Who is reading?").inputValue()).toBe(joss);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Letters" }).click();
    await page.getByRole("heading", { name: "Before a letter leaves" }).waitFor();
    // Text is text: nothing in it becomes a part of the page.
    await page.getByText(marked).waitFor();
    expect(await page.locator("[data-lesson] img").count()).toBe(1);
    await page.waitForFunction(() => {
      const picture = document.querySelector<HTMLImageElement>("[data-lesson] img");
      return picture?.complete === true && picture.naturalWidth === 1;
    });
    expect(await page.title()).toBe(titleBefore);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByText("Choose an answer.").first().waitFor();
    await page.getByLabel("Never").check();
    await page.getByLabel("Whoever looks after the patient").check();
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByText("1 of 2 is right, and 2 are needed.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await takePicture(page, "lesson-in-browser");
    await page.getByLabel("Twice").check();
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByText("“Letters” is completed, and stands under your name.").waitFor();
    await page.getByText("Nothing is due.").waitFor();
    const rows = await clinic.rows(clinic.lead, "completions");
    expect(rows).toMatchObject([
      { user: joss, evidence: "lesson", browser: "Front desk", score: 2, outOf: 2 },
    ]);
  });

  it("documents and the notice are read on the same page, and whoever does not tick says so", async () => {
    const { lead } = clinic;
    await clinic.recordNotice();
    const yesterday = clinicDay(-1);
    const named = { name: "CCTV policy", about: "", ofBreaches: false, since: "", kind: "policy" } as const;
    const paper = await clinic.act(lead, "courses.add", named);
    const said = "Pictures are kept no longer than 60 days.";
    const text = { parts: [{ title: "How long", text: said }], questions: [], pass: 0 };
    const version = {
      from: yesterday,
      oldUntil: "",
      content: "lesson" as const,
      lesson: text,
      rights: [],
      note: "",
    };
    await clinic.act(lead, "courses.version", version, paper);
    const whom = { whom: "everyone", months: 0, graceDays: 0, from: "2020-01-01", reason: "" } as const;
    await clinic.act(lead, "requirements.add", { course: paper.id, ...whom });
    await clinic.act(lead, "staff_periods.add", { user: joss, kind: "works", from: "2020-01-01", until: "" });

    const page = await desk.openExtensionPage("lesson.html");
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByLabel("Who is reading?").selectOption({ label: "Joss Merriden" });
    await page.getByRole("button", { name: "CCTV policy" }).click();
    await page.getByText(said).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await takePicture(page, "document-in-browser");
    await page.getByRole("button", { name: "I have read it and understood it" }).click();
    await page.getByText("That you read “CCTV policy” stands under your name, with today’s date.").waitFor();

    await page.getByRole("button", { name: "Monitoring notice" }).click();
    await page.getByText("It says that you were shown it, not that you agree.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await takePicture(page, "notice-in-browser");
    await page.getByRole("button", { name: "I prefer not to tick" }).click();
    await page.getByText("and that you did not tick, stands under your name.").waitFor();
    const rows = (await clinic.rows(lead, "completions")).filter(({ evidence }) => evidence !== "lesson");
    rows.sort((one, other) => String(one.evidence).localeCompare(String(other.evidence)));
    expect(rows).toMatchObject([
      { user: joss, evidence: "acknowledged", number: 1, browser: "Front desk" },
      { user: joss, course: "coursemonitorno", evidence: "given-on", browser: "Front desk" },
    ]);
  });

  it("whoever has a sign-in is sent to the dashboard", async () => {
    const page = await desk.openExtensionPage("lesson.html");
    await page.getByLabel("Who is reading?").selectOption({ label: clinic.lead.name });
    await page
      .getByText("Whoever has a sign-in takes lessons, and reads documents, in the dashboard.")
      .waitFor();
  });
});
