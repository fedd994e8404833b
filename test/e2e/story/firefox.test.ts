import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { closedShadowFirefox } from "../../support/browser/closed-shadow-firefox.ts";
import { type Firefox, launchFirefox, serveFixtureOn } from "../../support/browser/firefox.ts";
import { clinikoFixture, clinikoHost } from "../../support/clinical/cliniko.ts";
import { type PlainPages, startPlainPages } from "../../support/clinical/plain-pages.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { firefoxMail, type MailPage } from "../../support/mail/mail-page.ts";
import { roundcube } from "../../support/mail/roundcube-page.ts";
import { startWebmail, type Webmail } from "../../support/mail/webmail.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { type Clinic, type Member, startClinic } from "../../support/server/clinic.ts";
import { storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairFirefox } from "../../support/server/pair.ts";

const outside = "reception@northquaysurgery.example";

describeWith(["firefox", "roundcube", "extension for Firefox"])("the story in Firefox", () => {
  const things = closing();
  let clinic: Clinic;
  let maya: Member;
  let webmail: Webmail;
  let letters: Letters;
  let firefox: Firefox;
  let unnamed: PlainPages;
  let mail: MailPage;
  let post: ReturnType<typeof roundcube>;

  beforeAll(async () => {
    const [ready, started, made, browser, pages] = await Promise.all([
      startClinic().then(things.open),
      startWebmail({ user: "maya@harbour.example" }).then(things.open),
      makeLetters(ellery).then(things.open),
      launchFirefox().then(things.open),
      startPlainPages("detached-input.html").then(things.open),
    ]);
    [webmail, letters, firefox, unnamed] = [started, made, browser, pages];
    clinic = ready.clinic;
    maya = await clinic.join("Maya Lindqvist", "staff");
    await clinic.nameSites([
      { host: webmail.host, adapter: "roundcube" },
      { host: unnamed.host, adapter: "unknown-mail" },
    ]);
    const notice = await clinic.recordNotice();
    await clinic.call("chaperone/notice-shown", { token: maya.token, body: { notice } });
  });

  it("pairs by a code on the extension's own page", async () => {
    await pairFirefox(firefox, clinic, {
      holder: "person",
      device: "clinic",
      user: maya.id,
      name: "Front desk 1",
    });
    await storedEvents(clinic, "browser.pair", 1);
  });

  it("holds the letter in Roundcube, and the page has nothing of it", async () => {
    mail = firefoxMail(await firefox.newPage());
    post = roundcube(mail, webmail);
    await post.signIn();
    await post.compose(outside, "The letter");
    await post.attach(letters.pdf);
    const dialog = await mail.dialog.opened("This letter has not been attached");
    expect(dialog.text).toContain("NHS number ending 5919");
    expect(dialog.focused).toBe("Remove it");
    expect(await mail.value("#uploadformInput")).toBe("");
    expect(await post.attachments()).toEqual([]);
  });

  it("takes it out, and the mail arrives without it", async () => {
    await mail.dialog.press("Remove it");
    await mail.dialog.closed();
    const sent = await post.send();
    expect(sent.mail.attachments).toEqual([]);
    const [outcome] = await storedEvents(clinic, "mail.outcome", 1);
    expect(JSON.parse(outcome?.detail ?? "")).toMatchObject({ outcome: "removed" });
  });

  it("sends it anyway with a reason, and it arrives whole", async () => {
    await post.compose(outside, "The letter");
    await post.attach(letters.docx);
    await mail.dialog.opened("This letter has not been attached");
    await mail.dialog.press("Send anyway because");
    await mail.dialog.press("The law or safeguarding requires it today");
    await mail.dialog.write("Safeguarding asked for it today.");
    await mail.dialog.press("Attach it with this reason");
    await mail.dialog.closed();
    await post.attached(1);
    const [file] = (await post.send()).mail.attachments;
    expect(Buffer.from(file?.content as ArrayBuffer).equals(readFileSync(letters.docx))).toBe(true);
    const [outcome] = await storedEvents(clinic, "mail.outcome", 2);
    expect(JSON.parse(outcome?.detail ?? "")).toMatchObject({
      outcome: "sent-anyway",
      reason: "law-requires",
      sentence: "Safeguarding asked for it today.",
    });
  });

  it("holds what a detached input chose in a webmail that no adapter describes", async () => {
    const page = await firefox.newPage();
    await page.goto(unnamed.url);
    const dialog = closedShadowFirefox(page);
    const choose = async (path: string) => {
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("#composeUploadButton")]);
      await chooser.accept([path]);
    };
    await choose(letters.pdf);
    await dialog.opened("This letter has not been attached");
    await dialog.press("Remove it");
    await dialog.closed();
    expect(unnamed.uploads).toEqual([]);
    await choose(letters.rota);
    await until("the rota to go up", () => unnamed.uploads.length === 1);
    await page.close();
  });

  it("records a view on the Cliniko fixture", async () => {
    const page = await firefox.newPage();
    await serveFixtureOn(page, { [clinikoHost]: clinikoFixture });
    await page.goto(`https://${clinikoHost}/patients/1805465202989210063`);
    const [view] = await storedEvents(clinic, "record.view", 1);
    expect(view).toMatchObject({ recordRef: "1805465202989210063", recordKind: "patient" });
    await page.close();
  });
});
