import type { Locator, Page } from "playwright";
import { SMTPServer } from "smtp-server";
import { beforeAll, expect, it } from "vitest";
import { axeViolations, troublesOf } from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { patience } from "../../support/patience.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import type { TestServer } from "../../support/server/server.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

const hour = 3_600_000;
const smtpPassword = "lighthouse";
/** More presses of Tab than any page here needs. */
const tabsAtMost = 160;
/** The machine may be loaded. */
const slowly = { timeout: patience };

describeWith(["chromium", "dashboard"])("dialogs of an incident, and the mail server's form", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let clinic: Clinic;
  let manager: Member;
  let page: Page;
  let troubles: string[];
  let dialog: Locator;
  let smtp: SMTPServer;
  const received: string[] = [];

  const said = (text: string) => page.getByRole("status").getByText(text).waitFor(slowly);
  const closed = () => dialog.waitFor({ state: "detached", ...slowly });
  const rowOf = async (id: string) => {
    const row = (await clinic.rows(clinic.lead, "breaches")).find((one) => one.id === id);
    if (!row) throw new Error("no such incident");
    return row;
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () =>
    page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  /** Goes on by Tab to the control with these words. */
  async function tabTo(words: string): Promise<void> {
    for (let i = 0; i < tabsAtMost; i += 1) {
      if ((await focused()).startsWith(words)) return;
      await press("Tab");
    }
    throw new Error(`Tab never came to "${words}"`);
  }
  async function open(id: string): Promise<void> {
    await page.goto(`${server.url}/incidents/${id}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  async function told(text: string): Promise<string> {
    const { id } = await clinic.act(clinic.lead, "breaches.told", { text });
    return id;
  }
  async function typeMoment(id: string, ms: number): Promise<void> {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      dateStyle: "short",
      timeStyle: "short",
    }).format(ms);
    const [day, month, year, at, minute] = parts.split(/\D+/);
    const typed = { "": day, "-month": month, "-year": year, "-hour": at, "-minute": minute };
    for (const [part, value = ""] of Object.entries(typed)) await page.locator(`#${id}${part}`).fill(value);
  }

  beforeAll(async () => {
    ({ server, clinic } = things.open(await startClinic()));
    browser = things.open(await launchPlainBrowser());
    manager = await clinic.join("Tom Reed", "manager");
    const [row] = await clinic.rows(clinic.lead, "clinic");
    if (!row) throw new Error("no clinic");
    const profile = { insured: true, commissioned: false };
    const answers = { careRegulator: "cqc", nhsWork: "yes" } as const;
    const offices = { controller: clinic.lead.id, duty: clinic.lead.id, deputy: manager.id };
    const since = "2019-01-01T00:00:00.000Z";
    await clinic.act(clinic.lead, "clinic.change", { ...offices, ...answers, since, profile }, row);
    smtp = new SMTPServer({
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      onAuth: ({ username, password }, _session, done) =>
        password === smtpPassword ? done(null, { user: username }) : done(new Error("Invalid login")),
      onData(stream, _session, done) {
        let text = "";
        stream.on("data", (part) => {
          text += part;
        });
        stream.on("end", () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
    things.open({ close: () => new Promise<void>((resolve) => smtp.close(() => resolve())) });
    const context = await browser.window({ width: 1440, height: 900 });
    page = await context.newPage();
    dialog = page.getByRole("dialog");
    troubles = troublesOf(page, ["400 /smtp", "400 /smtp/test", "400 /act"]);
    await openSignedIn(page, server.url, clinic.lead);
  });

  it("tests the mail server as it stands on the screen, and says at which field to look", async () => {
    const { port } = smtp.server.address() as { port: number };
    await page.goto(`${server.url}/settings`);
    // Nobody set one yet: PocketBase's own example is none.
    expect(await page.locator("#smtp-host").inputValue()).toBe("");
    const test = page.getByRole("button", { name: "Save and send me a test" });
    await test.click();
    await page.getByRole("alert").getByText("Switch mail on first").waitFor();
    await page.getByLabel("Send reminders and the daily digest by mail").check();
    await page.locator("#smtp-host").fill("127.0.0.1");
    await page.locator("#smtp-port").fill(String(port));
    await page.locator("#smtp-username").fill("priya");
    await page.locator("#smtp-password").fill("not this one");
    await page.locator("#smtp-from").fill("chaperone@harbour.example");
    await test.click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: /refused the sign-in/ })
      .click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("smtp-username");
    await page.locator("#smtp-password").fill(smtpPassword);
    await test.click();
    await said("A test is on its way to priya@harbour.example.");
    expect(received.pop()).toContain("Chaperone can send mail");
    await page.locator("#smtp-port").fill("1");
    await test.click();
    // A kept password goes to no other server.
    await page
      .getByRole("alert")
      .getByText(/password/i)
      .first()
      .waitFor();
    await page.locator("#smtp-password").fill(smtpPassword);
    await test.click();
    await page.getByRole("alert").getByText("No mail server answers at this host and port.").waitFor(slowly);
    await page.locator("#since").fill("31");
    await page.locator("#since-month").fill("2");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("Enter a day as in 1 3 2012, or none").waitFor();
    await page.getByRole("button", { name: "Start again" }).click();
    expect(await page.locator("#since-month").inputValue()).toBe("01");
    // Off again: the rest of these tests sends nothing.
    await page.getByLabel("Send reminders and the daily digest by mail").uncheck();
    await page.getByRole("button", { name: "Save the mail server" }).click();
    await said("The mail server is saved.");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("reads the first screen anew when something happens, and rests while nothing does", async () => {
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().includes("/api/")) asked += 1;
    });
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Waiting for me" }).waitFor();
    const inOneSecond = async () => {
      const before = asked;
      await page.waitForTimeout(1_000);
      return asked - before;
    };
    await expect.poll(inOneSecond, slowly).toBe(0);
    await told("A drawer stood open.");
    await page.locator("[data-running-out]").getByText("What somebody told us").first().waitFor(slowly);
  });

  it("takes an incident from what was told to what was done about it, without a mouse", async () => {
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Waiting for me" }).waitFor();
    await press("t");
    await dialog.waitFor();
    await page.keyboard.type("A list lay in the waiting room.");
    // Shut by mistake: the sentence is there again.
    await press("Escape");
    await closed();
    await press("t");
    await dialog.getByText("Kept from before, not sent yet.").waitFor();
    expect(await dialog.getByRole("textbox").inputValue()).toBe("A list lay in the waiting room.");
    await press("Tab", "Enter");
    await page.getByRole("heading", { name: "What somebody told us" }).waitFor(slowly);
    await closed();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("waiting room");

    await tabTo("Breach");
    await press("Enter");
    await dialog.waitFor();
    await page.keyboard.type("Another patient has read it.");
    await tabTo("Decide: a breach");
    await press("Enter");
    await said("Decided: a breach.");
    await closed();
    // The button that was pressed is gone; the focus stays where it was, on what is next.
    await expect.poll(focused, slowly).toBe("Open the questions");
    await tabTo("Record it");
    await press("Enter");
    await page.getByRole("dialog", { name: "Contained" }).waitFor();
    // Past day, month, year, hour and minute.
    await press("Tab", "Tab", "Tab", "Tab", "Tab");
    await page.keyboard.type("The list was taken in.");
    await tabTo("Save");
    await press("Enter");
    await said("It is recorded how it was contained.");
    await closed();
    await tabTo("Record that the ICO was told");
    await press("Enter");
    await dialog.waitFor();
    await tabTo("Record it");
    await press("Enter");
    await said("It is recorded that the ICO was told.");
    const id = page.url().split("/").pop() ?? "";
    expect(await rowOf(id)).toMatchObject({ state: "breach", containedHow: "The list was taken in." });
  });

  it("keeps an answer that was being written when the browser closed, and leaves no trace once it is saved", async () => {
    const id = await told("A letter came back opened.");
    await open(id);
    await page.getByRole("button", { name: "How did it occur?" }).click();
    await dialog.getByRole("textbox").fill("It lay in the wrong envelope.");
    await page.reload();
    await page.getByRole("button", { name: "How did it occur?" }).click();
    await dialog.getByText("Kept from before, not sent yet.").waitFor();
    // A patient's name is never kept.
    await dialog.getByRole("textbox").fill("It lay in the envelope of Mrs Ellery.");
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("envelope");
    await dialog.getByRole("textbox").fill("It lay in another envelope.");
    await dialog.getByRole("button", { name: "Save the answer" }).click();
    await said("The answer is saved.");
    await closed();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("another envelope");
  });

  it("asks why the ICO was told late by when it was sent, not by when it is entered", async () => {
    const aware = Math.floor((Date.now() - 80 * hour) / 60_000) * 60_000;
    const { id } = await clinic.call<{ id: string }>("chaperone/report", {
      token: manager.token,
      body: {
        kind: "wrong-person",
        noticedAt: new Date(aware).toISOString(),
        text: "A list went to another address.",
        confidential: false,
      },
    });
    const why = {
      verdict: "breach",
      reason: "It went out.",
      awareAt: new Date(aware).toISOString(),
    } as const;
    await clinic.act(clinic.lead, "breaches.triage", why, await rowOf(id));
    await open(id);
    await page.getByRole("button", { name: "Record that the ICO was told" }).click();
    const asked = dialog.getByLabel("Why was it sent after the 72 hours?");
    await asked.waitFor();
    await typeMoment("sent", aware + 72 * hour + 60_000);
    expect(await asked.count()).toBe(1);
    await typeMoment("sent", aware + 72 * hour - 60_000);
    await asked.waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Record it" }).click();
    await said("It is recorded that the ICO was told.");
    await closed();
    expect(await rowOf(id)).toMatchObject({ delayReason: "" });
  });

  it("takes hundreds of people, and that all of them were told, in one go", async () => {
    const id = await told("A large list went out.");
    await open(id);
    const section = page.getByRole("region", { name: "People to tell" });
    await section.getByRole("button", { name: "Add" }).click();
    await dialog.getByLabel("Clinical system").fill("cliniko:harbour.uk2");
    const refs = Array.from({ length: 1200 }, (_, i) => String(10_000 + i));
    await dialog.getByLabel("References").fill(refs.join("\n"));
    await dialog.getByRole("button", { name: "Add 1200 people" }).click();
    await section.getByText("0 of 1,200 told").waitFor(slowly);
    await closed();
    expect(await section.getByRole("listitem").count()).toBe(10);
    await section.getByRole("button", { name: "All 1,200 were told" }).click();
    await dialog.getByLabel("How?").selectOption("by letter");
    await dialog.getByRole("button", { name: "Save" }).click();
    await section.getByText("1,200 of 1,200 told").waitFor(slowly);
    await page.locator("[data-timeline]").getByText("500, by letter").first().waitFor();
  });

  it("records who else was told, when and how; shut again, nothing is ticked", async () => {
    const id = await told("A bag was stolen.");
    await open(id);
    const row = page.locator("[data-notices] li").filter({ hasText: "The police, where" });
    await row.getByRole("checkbox").click();
    await dialog.waitFor();
    await press("Escape");
    await closed();
    expect(await row.getByRole("checkbox").isChecked()).toBe(false);
    await row.getByRole("checkbox").click();
    await dialog.getByLabel("Note").fill("By telephone, reference 17.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await row.getByText("By telephone, reference 17.").waitFor(slowly);
    await closed();
    expect(await row.getByRole("checkbox").isChecked()).toBe(true);
  });

  it("has nothing that axe finds in any dialog", { timeout: 240_000 }, async () => {
    const id = await told("A letter lay open.");
    await open(id);
    const section = (name: string) => page.getByRole("region", { name });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const inMore = (name: RegExp) => async () => {
      await button("More").click();
      await page.getByRole("menuitem", { name }).click();
    };
    const ways: Readonly<Record<string, () => Promise<void>>> = {
      triage: () => button("Breach").click(),
      assess: () => button("Answer the questions").click(),
      advise: () => button("Advise").click(),
      decide: () => button("Decide").click(),
      entry: () => button("Add an entry").click(),
      choice: () => button("Why are you reporting?").click(),
      choices: () => button("Which categories of personal data are included?").click(),
      count: () => button("How many people could be affected?").click(),
      describe: () => section("Facts").getByRole("button", { name: "Change", exact: true }).click(),
      times: () => button("Change the times").click(),
      contain: () => section("Facts").getByRole("button", { name: "Record it" }).click(),
      people: () => section("People to tell").getByRole("button", { name: "Add" }).click(),
      action: () => section("Actions").getByRole("button", { name: "Add" }).click(),
      accounts: () => section("Accounts to reset").getByRole("button", { name: "Add" }).click(),
      notice: () => section("Others to tell").getByRole("checkbox").first().click(),
      grant: () => button("Let a reviewer in").click(),
      conflict: () => button("It concerns me").click(),
      notify: () => button("Record that the ICO was told").click(),
      close: inMore(/^Close/),
      withdraw: inMore(/^Withdraw/),
    };
    const twice = () =>
      page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      });
    const found: string[] = [];
    for (const [name, way] of Object.entries(ways)) {
      await way();
      await dialog.waitFor();
      if (name === "assess") await dialog.getByLabel("NHS grid: how severe?").waitFor();
      for (const violation of await axeViolations(page)) found.push(`${name}: ${violation}`);
      // A label finds the first of an id: axe names none that stands twice.
      for (const id of await twice()) found.push(`${name}: the id ${id} stands twice`);
      await press("Escape");
      await closed();
    }
    expect(found).toEqual([]);
  });

  it("met nothing on the way that nobody expected", () => {
    expect(troubles).toEqual([]);
  });
});
