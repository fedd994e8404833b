import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { dropFiles, pasteImage } from "../../support/browser/gestures.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { chromiumMail } from "../../support/mail/mail-page.ts";
import { roundcube } from "../../support/mail/roundcube-page.ts";
import { startWebmail, type Webmail } from "../../support/mail/webmail.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const aboutAPatient =
  "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961, has adhesive capsulitis.";

/** A message of somebody else's with a letter in it, as it lies in the inbox. */
function letterFrom(letters: Letters): string {
  const pdf = readFileSync(letters.pdf)
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n");
  return [
    ...[
      "From: gp@surgery.example",
      "To: maya@harbour.example",
      "Subject: Report",
      "Message-ID: <1@surgery.example>",
    ],
    ...[
      "Date: Mon, 23 Nov 2026 09:00:00 +0000",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
      "",
    ],
    ...[
      "--b",
      "Content-Type: text/plain",
      "",
      "As you asked.",
      "--b",
      'Content-Type: application/pdf; name="referral.pdf"',
    ],
    ...[
      'Content-Disposition: attachment; filename="referral.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      pdf,
      "--b--",
      "",
    ],
  ].join("\r\n");
}

describeWith(["chromium", "extension", "roundcube"])("a real Roundcube", () => {
  describe.each([
    ["by its adapter, plain text", "roundcube", false],
    ["by its adapter, rich text", "roundcube", true],
    ["with the adapter switched off", "unknown-mail", false],
  ] as const)("%s", (_, adapter, html) => {
    const things = closing();
    let letters: Letters;
    let webmail: Webmail;
    let chromium: Chromium;
    let on: GuardPage;

    beforeAll(async () => {
      letters = await makeLetters(ellery);
      things.later(letters.remove);
      webmail = things.open(
        await startWebmail({ user: "maya@harbour.example", inbox: [letterFrom(letters)], html }),
      );
      const { clinic } = things.open(await startGuardClinic([{ host: webmail.host, adapter }]));
      chromium = things.open(await pairedChromium(clinic, "Office"));
      const page = await chromium.context.newPage();
      await roundcube(chromiumMail(page), webmail).signIn();
      await page.close();
    });
    beforeEach(async () => {
      on = guardPage(await chromium.context.newPage());
      return () => on.page.close();
    });

    const list = () =>
      on.page.locator("#attachment-list li:not(.uploading) .attachment-name").allTextContents();
    const open = async (query: string) => {
      await on.page.goto(`${webmail.url}?_task=mail&_action=compose&${query}`);
      await on.page.waitForSelector("#uploadformInput", { state: "attached" });
      // The page stands before its own script hears its buttons.
      await until("Roundcube itself", () =>
        on.page.evaluate(() => (window as { rcmail?: { loaded?: boolean } }).rcmail?.loaded === true),
      );
      if (html) await on.page.frameLocator("#composebody_ifr").locator("body.mce-content-body").waitFor();
    };
    const compose = () => open("_to=reception@northquay.example&_subject=Letter");
    const write = (text: string) =>
      html
        ? on.page.frameLocator("#composebody_ifr").locator("body").fill(text)
        : on.page.fill("#composebody", text);
    const arrived = (before: number) => until("the message at the SMTP server", () => webmail.sent[before]);

    test("a letter is held, removed, dropped again, let in with a reason, and arrives", async () => {
      const before = webmail.sent.length;
      await compose();
      await write("Hello");
      await on.page.setInputFiles("#uploadformInput", letters.pdf);
      const { text } = await on.dialog.opened("This letter has not been attached");
      expect(text).toContain("reception@northquay.example Outside the clinic");
      await on.dialog.press("Remove it");
      await on.dialog.closed();
      expect(await list()).toEqual([]);
      await dropFiles(on.page, on.page.locator("#compose-attachments"), [letters.pdf]);
      await on.dialog.opened();
      await on.sendAnyway();
      await until("the letter in the list", async () => (await list()).length === 1);
      await on.page.click("button.send");
      const { attachments } = (await arrived(before)).mail;
      expect(attachments).toHaveLength(1);
      // Roundcube goes on to another page: it is asked there.
      await on.page.waitForURL((url) => !url.search.includes("_action=compose"));
      await on.dialog.noticed("Who received it? A name or an address, as far as you know.");
      await on.dialog.write("reception@northquay.example");
      await on.dialog.press("Answer");
      await on.dialog.noticed("Answered. It is kept with the incident alone.");
    });

    test.each(["_forward_uid=1&_mbox=INBOX", "_forward_uid=1&_mbox=INBOX&_attachment=1"])(
      "what a forwarded message brings along holds the sending: %s",
      async (query) => {
        const before = webmail.sent.length;
        await open(`${query}&_to=claims@insurer.example`);
        await until("the attachment", async () => (await list()).length === 1);
        await on.page.fill("[name=_subject]", "Fw: Report");
        await on.page.click("button.send");
        const { title, text } = await on.dialog.opened();
        expect(title).toBe("This message has not been sent");
        expect(text).toContain(
          adapter === "roundcube" ? "names a patient: NHS number ending 5919" : "it came with the message",
        );
        await on.dialog.press("Go back to the message");
        await on.page.waitForTimeout(500);
        expect(webmail.sent).toHaveLength(before);
      },
    );

    test("text about a patient is held when it is sent; with a reason it arrives", async () => {
      const before = webmail.sent.length;
      await compose();
      await write(aboutAPatient);
      await on.page.click("button.send");
      await on.dialog.opened("This text names a patient");
      await on.sendAnyway();
      await arrived(before);
    });

    test("a message about nobody goes without a question", async () => {
      const before = webmail.sent.length;
      await compose();
      await write("See you at nine.");
      await on.page.click("button.send");
      await arrived(before);
      expect(await on.dialog.seen()).toBeNull();
    });

    if (html)
      test("a picture pasted into the editor's frame is held, then let in", async () => {
        await compose();
        const body = on.page.frameLocator("#composebody_ifr").locator("body");
        await pasteImage(on.page, body, onePixel);
        await on.dialog.opened("This image has not been pasted");
        expect(await body.locator("img").count()).toBe(0);
        await on.dialog.press("It isn't a patient document");
        await on.dialog.press("Attach it");
        await until("the picture", async () => (await body.locator("img").count()) === 1);
      });
  });
});
