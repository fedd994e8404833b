import { beforeAll, expect, it } from "vitest";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  troublesOf,
} from "../../support/browser/dashboard-page.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { setUpInBrowser } from "../../support/browser/set-up-in-browser.ts";
import { closing } from "../../support/closing.ts";
import { describeWith } from "../../support/need.ts";
import { setUpLink } from "../../support/server/clinic.ts";
import { oneTimeCode } from "../../support/server/one-time-code.ts";
import { startServer, type TestServer } from "../../support/server/server.ts";
import { type SignIn, signInToDashboard } from "../../support/server/sign-in.ts";

const folder = picturesOf("dashboard");
const password = "lantern orchard violet piston";
const wanted = {
  clinic: "Harbour Physio",
  mailDomain: "harbour.example",
  name: "Priya Raman",
  email: "priya@harbour.example",
  password,
};

describeWith(["chromium", "dashboard"])("a clinic is set up in the dashboard", () => {
  const things = closing();
  let server: TestServer;
  let browser: PlainBrowser;
  let link: string;
  let lead: SignIn;

  beforeAll(async () => {
    server = things.open(await startServer());
    browser = things.open(await launchPlainBrowser());
    link = await setUpLink(server);
  });

  const open = async (
    options: Parameters<PlainBrowser["window"]>[0] = {},
    expected: readonly string[] = [],
  ) => {
    const context = await browser.window(options);
    const page = await context.newPage();
    return { context, page, troubles: troublesOf(page, expected) };
  };

  it("says so at the sign-in before there is a clinic", async () => {
    const { context, page } = await open();
    await page.goto(`${server.url}/`);
    await page.getByRole("heading", { name: "Not set up yet" }).waitFor();
    await context.close();
  });

  it("names what is missing in a summary that leads to the field, and keeps what was typed", async () => {
    const { context, page, troubles } = await open({ width: 390, height: 844 });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(link);
    await page.getByRole("button", { name: "Continue" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText("Five things to mend").waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole("link", { name: "Enter the clinic’s name" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("clinic-name");
    await pictureForPeople(page, { path: `${folder}/set-up-errors-390.png`, fullPage: true });
    expect(await axeViolations(page)).toEqual([]);

    await page.getByLabel("Clinic’s name").fill("عيادة الميناء 🏥 Harbour");
    await page.getByLabel("England").check();
    await page.getByLabel("Yes, with the Care Quality Commission (CQC)").check();
    await page.getByLabel("A person who trades in their own name").check();
    await page.getByLabel("No, private patients only").check();
    await page.getByLabel("Yes, it is encrypted").check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Who is responsible" }).waitFor();
    await page.getByLabel("Your name").fill("Priya Raman");
    await page.getByLabel("Your e-mail").fill("priya@harbour.example");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("link", { name: /Use at least 12 characters/ }).waitFor();
    await page.reload();
    expect(await page.getByLabel("Clinic’s name").inputValue()).toBe("عيادة الميناء 🏥 Harbour");

    const token = link.split("#")[1] ?? "";
    expect(page.url()).not.toContain(token);
    expect(asked.filter((address) => address.includes(token))).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("goes from the link to the recovery codes", async () => {
    const { context, page, troubles } = await open();
    lead = await setUpInBrowser(page, link, wanted);
    // Who has just typed the address types it no second time.
    expect(await page.getByLabel("E-mail").inputValue()).toBe(lead.email);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("does not take the link twice", async () => {
    const { context, page } = await open({}, ["404 /enrol/start"]);
    await page.goto(link);
    await page.getByRole("heading", { name: "Already set up" }).waitFor();
    await context.close();
  });

  it("refuses a wrong code in one sentence, then lets the lead in and teaches the first steps", async () => {
    const { context, page, troubles } = await open({ width: 1440, height: 900 }, ["401 /sign-in"]);
    await page.goto(`${server.url}/people`);
    await page.getByText("Your session ended").waitFor();
    await page.getByLabel("E-mail").fill(lead.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("don’t fit together").waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByLabel("Code").fill(await oneTimeCode(lead.totpSecret));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "People" }).waitFor();
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Today/ })
      .click();
    await page.getByRole("heading", { name: "First steps" }).waitFor();
    await page.getByText("none is paired yet").waitFor();
    await pictureForPeople(page, { path: `${folder}/first-steps-1440.png`, fullPage: true });
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);

    await page.getByRole("link", { name: "Write the notice" }).click();
    await page
      .getByLabel("What did the impact assessment decide?")
      .fill("Go ahead: openings only, no content.");
    await page.getByLabel("Day", { exact: true }).fill("3");
    await page.getByLabel("Month", { exact: true }).fill("11");
    await page.getByLabel("Year", { exact: true }).fill("2026");
    await page.getByLabel("Yes", { exact: true }).check();
    await page
      .getByLabel("What did they say, and what came of it?")
      .fill("They asked to see their own entries.");
    expect(await axeViolations(page)).toEqual([]);
    await pictureForPeople(page, { path: `${folder}/notice-form-1440.png`, fullPage: true });
    await page.getByRole("button", { name: "Record the notice" }).click();
    await page.getByText("Version 1 is in force").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "page-title");
    await page.getByRole("button", { name: "I have read it" }).click();
    await page.getByText("You have been shown this version").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "page-title");
    expect(troubles).toEqual([]);
    await context.close();
  });

  it("invites a colleague by a link that makes their sign-in", async () => {
    const { context, page, troubles } = await open();
    await signInToDashboard(page, server.url, lead);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Make the link" }).click();
    await dialog.getByText("Enter a name").waitFor();
    await dialog.getByLabel("Name", { exact: true }).fill("Ingrid Tolhurst");
    await dialog.getByLabel("E-mail").fill("ingrid@harbour.example");
    await dialog.getByRole("radio", { name: /^manager/ }).check();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Make the link" }).click();
    const invitation = await page.getByLabel("Link", { exact: true }).inputValue();
    await page.keyboard.press("Escape");
    await page
      .getByRole("row", { name: /Ingrid Tolhurst/ })
      .getByText("invited")
      .waitFor();
    expect(troubles).toEqual([]);

    const hers = await open();
    await hers.page.goto(invitation);
    await hers.page.getByText("Ingrid Tolhurst, ingrid@harbour.example").waitFor();
    await hers.page.getByLabel("Password", { exact: true }).fill(password);
    await hers.page.getByRole("button", { name: "Continue" }).click();
    const secret = ((await hers.page.locator("[data-secret]").textContent()) ?? "").replace(/\s/g, "");
    await pictureForPeople(hers.page, { path: `${folder}/enrol-app-1280.png` });
    await hers.page.getByLabel("Code", { exact: true }).fill(await oneTimeCode(secret));
    await hers.page.getByRole("button", { name: "Continue" }).click();
    await hers.page.getByRole("button", { name: "Go to the sign-in" }).click();
    await hers.page.getByText("Say that you have kept them").waitFor();
    await hers.page.getByLabel("I have kept these codes").check();
    await hers.page.getByRole("button", { name: "Go to the sign-in" }).click();
    await hers.page.waitForURL("**/sign-in");
    expect(await hers.page.getByLabel("E-mail").inputValue()).toBe("ingrid@harbour.example");
    await signInToDashboard(hers.page, server.url, {
      email: "ingrid@harbour.example",
      password,
      totpSecret: secret,
    });
    await hers.page.getByRole("heading", { name: "Waiting for me" }).waitFor();
    expect(hers.troubles).toEqual([]);
    await hers.context.close();
    await context.close();
  });
});
