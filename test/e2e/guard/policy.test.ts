import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import {
  axeViolations,
  pictureForPeople,
  picturesOf,
  rulesOfColour,
  widerThanWindow,
} from "../../support/browser/dashboard-page.ts";
import { keptInExtension } from "../../support/browser/kept-in-extension.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { clinikoHost, serveCliniko } from "../../support/clinical/cliniko.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic, Member } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairChromium } from "../../support/server/pair.ts";
import { openSignedIn } from "../../support/server/sign-in.ts";

const record = "1805465202989210063";

describeWith(["chromium", "extension"])("what the clinic's policy does in a page", () => {
  const things = closing();
  let url: string;
  let letters: Letters;
  let chromium: Chromium;
  let clinic: Clinic;
  let maya: Member;
  let voss: Member;

  beforeAll(async () => {
    const pages = things.open(await startMailPages());
    url = pages.url;
    ({ clinic } = things.open(
      await startGuardClinic([
        { host: pages.host, adapter: "unknown-mail" },
        { host: clinikoHost, adapter: "cliniko" },
      ]),
    ));
    [maya, voss] = [
      await clinic.join("Maya Lindqvist", "staff"),
      await clinic.join("Dr Voss", "staff", true),
    ];
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: maya.token, body: { notice } });
    chromium = things.open(await launchChromium());
    letters = await makeLetters(ellery);
    things.later(letters.remove);
    await serveCliniko(chromium.context);
    await chromium.context.route(`https://${clinikoHost}/patients/*/attachments/77/download`, (route) =>
      route.fulfill({ contentType: "application/pdf", body: readFileSync(letters.pdf) }),
    );
    await pairChromium(chromium, clinic, {
      holder: "person",
      device: "clinic",
      user: maya.id,
      name: "Front desk",
    });
  });

  const mailPage = async (): Promise<GuardPage> => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    return on;
  };

  test("a letter downloaded from the clinical system is known under another name, and one trace ties all of it", async () => {
    const page = await chromium.context.newPage();
    await page.goto(`https://${clinikoHost}/patients/${record}`);
    const [view] = await storedEvents(clinic, "record.view", 1);
    await page.getByRole("link", { name: "Clinic letter.pdf" }).click();
    // Chromium ends a download that a test answers in the server's place: its bytes are saved here by hand.
    const renamed = join(letters.folder, "holiday pictures.pdf");
    copyFileSync(letters.pdf, renamed);
    await storedEvents(clinic, "record.download", 1);
    // Its bytes are read after the event was told, in this page.
    const ours = await chromium.openExtensionPage("options.html");
    const size = `"size":${readFileSync(letters.pdf).length}`;
    await until("the letter's bytes to be read", async () => (await keptInExtension(ours)).includes(size));
    await ours.close();
    await page.close();
    const on = await mailPage();
    await until("the letter to be known by its bytes", async () => {
      await on.page.setInputFiles("#chosen", renamed);
      const { text } = await on.dialog.opened();
      await on.dialog.press("Remove it");
      await on.dialog.closed();
      return text.includes("downloaded from Cliniko at") && !text.includes("in your message");
    });
    const held = (await eventsOf(clinic, "mail.held")).filter(({ trace }) => trace === view?.trace);
    expect(held).toHaveLength(1);
    const [ended] = (await storedEvents(clinic, "mail.outcome", 1)).filter(
      ({ trace }) => trace === view?.trace,
    );
    expect(JSON.parse(ended?.detail ?? "{}").outcome).toBe("removed");
    expect(JSON.parse(held[0]?.detail ?? "{}").rule).toEqual({
      channel: "mail",
      to: "outside",
      strength: "strong",
      does: "block",
    });
    const [taken] = await eventsOf(clinic, "record.download");
    expect(taken).toMatchObject({ trace: view?.trace, recordRef: record });
    await on.page.close();
  });

  test("an exception is asked for in the dialog, approved by a practitioner, and used in one of two tabs", async () => {
    const [one, other] = [await mailPage(), await mailPage()];
    const open = async (on: GuardPage): Promise<void> => {
      await on.page.bringToFront();
      await on.page.setInputFiles("#chosen", letters.pdf);
      await on.dialog.opened();
      await on.dialog.press("Use an approved exception");
    };
    await open(one);
    await one.dialog.opened("None for this document");
    await one.dialog.press("Another clinician");
    await one.dialog.write("The surgery waits for it.");
    await one.dialog.press("Ask");
    await one.dialog.opened("nobody has decided yet");
    const asked = await clinic.call<{ rows: { id: string; version: number; recordRef: string }[] }>(
      "chaperone/list?of=exceptions",
      { token: voss.token },
    );
    expect(asked.rows).toMatchObject([{ recordRef: record, state: "asked" }]);
    const [row] = asked.rows;
    if (!row) throw new Error("nothing was asked for");
    await clinic.act(voss, "mail_exceptions.approve", {}, row);
    await one.dialog.press("Back");
    await one.dialog.press("Use an approved exception");
    await one.dialog.opened("Dr Voss approved this document");
    await open(other);
    await other.dialog.opened("Dr Voss approved this document");
    await other.dialog.press("Attach it under this exception");
    await until("the page to get it", async () => (await other.got()).files.length > 0);
    await other.dialog.noticed("It is used now");
    await one.page.bringToFront();
    await one.dialog.press("Attach it under this exception");
    await one.dialog.opened("be used any more");
    expect((await one.got()).files).toEqual([]);
    const outcomes = (await eventsOf(clinic, "mail.outcome")).map(({ detail }) => JSON.parse(detail).outcome);
    expect(outcomes.filter((outcome) => outcome === "by-exception")).toHaveLength(1);
    await one.page.close();
    await other.page.close();
  });

  test("what names the patient is taken out of the text by a click, undone by the page’s own undo, and judged anew", async () => {
    const on = await mailPage();
    const body = on.page.locator("#body");
    await body.click();
    await on.page.keyboard.press("Control+A");
    await on.page.keyboard.insertText(
      "Mrs Rosalind Ellery, NHS number 999 100 5919, born 14/03/1961, was seen for her shoulder.",
    );
    const heard = on.page.evaluate(
      () =>
        new Promise((tell) =>
          document
            .querySelector("#body")
            ?.addEventListener("input", (event) => tell((event as InputEvent).inputType)),
        ),
    );
    await on.page.click("#send");
    await on.dialog.opened("This message has not been sent");
    await on.dialog.press("Take out what names the patient");
    expect((await on.dialog.opened("999 100 5919")).controls).toContain("Take them out");
    await on.dialog.press("Take them out");
    await on.dialog.closed();
    await on.dialog.noticed("Taken out, and not sent.");
    expect(await heard).toBe("insertText");
    const text = await body.innerText();
    expect(text).toContain("was seen for her shoulder");
    expect(text).not.toMatch(/999 100 5919|14\/03\/1961/);
    expect((await on.got()).sent).toBe(0);
    await body.focus();
    for (let n = 0; n < 20 && !(await body.innerText()).includes("999 100 5919"); n += 1)
      await on.page.keyboard.press("Control+Z");
    expect(await body.innerText()).toContain("999 100 5919");
    await on.page.click("#send");
    await on.dialog.opened("This message has not been sent");
    await on.dialog.press("Go back to the message");
    await on.dialog.closed();
    const outcomes = (await eventsOf(clinic, "mail.outcome")).map(({ detail }) => JSON.parse(detail).outcome);
    expect(outcomes).toContain("taken-out");
    await on.page.close();
  });

  test("a list made from a CSV in the dashboard holds a text that names somebody of it, until it is switched off", async () => {
    const page = await chromium.context.newPage();
    await openSignedIn(page, clinic.url, clinic.lead);
    await page.goto(`${clinic.url}/settings`);
    const part = page.locator("#exact-list");
    await part.getByText("What the risk is").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await widerThanWindow(page)).toBe(0);
    await pictureForPeople(page, { path: `${picturesOf("exact-list")}/off-390.png`, fullPage: true });
    await part.getByLabel("Day", { exact: true }).fill("4");
    await part.getByLabel("Month").fill("5");
    await part.getByLabel("Year").fill("2026");
    await part.getByLabel("Who decided").fill("The partners");
    await part.getByLabel("The impact assessment").fill("DPIA 7, shared drive");
    await part.getByLabel("Why the risk is worth it").fill("A letter without a diagnosis went out twice.");
    await part.getByRole("button", { name: "Record the decision" }).click();
    await part.getByLabel("A CSV of your patients").setInputFiles({
      name: "patients.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("First name,Surname,DOB\nAda,Moss,12/03/1961\nTom,,12/03/1961\n"),
    });
    await part.getByRole("button", { name: "Look through it" }).click();
    await part.locator("[data-looked]").waitFor();
    expect(await part.locator("[data-looked]").innerText()).toContain("line 3");
    for (const theme of ["light", "dark"]) {
      await page.evaluate((one) => {
        document.documentElement.dataset.theme = one;
      }, theme);
      expect(await axeViolations(page, theme === "dark" ? rulesOfColour : undefined)).toEqual([]);
      for (const width of [390, 1024, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await widerThanWindow(page), String(width)).toBe(0);
        await pictureForPeople(page, {
          path: `${picturesOf("exact-list")}/settings-${width}-${theme}.png`,
          fullPage: true,
        });
      }
    }
    await part.getByRole("button", { name: "Make the list" }).click();
    await part.getByText("List 1").waitFor();
    const ours = await chromium.openExtensionPage("options.html");
    const says = async (text: string): Promise<GuardPage> => {
      await ours.bringToFront();
      await tellBackground(ours, "refresh", {});
      const on = await mailPage();
      await on.page.locator("#body").click();
      await on.page.keyboard.press("Control+A");
      await on.page.keyboard.insertText(text);
      await on.page.click("#send");
      return on;
    };
    const named = "Two tickets for Ada Moss, 12 March 1961.";
    await until("the list to be in this browser", async () => {
      const on = await says(named);
      const held = await Promise.race([
        on.dialog.opened("a person of the clinic's own list").then(() => true),
        until("it to be sent", async () => (await on.got()).sent === 1).then(() => false),
      ]);
      expect((await on.got()).sent).toBe(held ? 0 : 1);
      await on.page.close();
      return held;
    });
    expect(await ours.locator("table").last().innerText()).toContain("tokens in place of names");
    const other = await says("Two tickets for Tom Oakley, 12 March 1961.");
    await until("another name to pass", async () => (await other.got()).sent === 1);
    await other.page.close();
    await page.bringToFront();
    await part.getByRole("button", { name: "Switch it off" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Switch it off" }).click();
    await part.getByText("off", { exact: true }).waitFor();
    await until("it to be gone from this browser", async () => {
      const on = await says(named);
      const held = await Promise.race([
        on.dialog.opened("This message has not been sent").then(() => true),
        until("it to be sent", async () => (await on.got()).sent === 1).then(() => false),
      ]);
      await on.page.close();
      return !held;
    });
    await ours.close();
    await page.close();
  });
});
