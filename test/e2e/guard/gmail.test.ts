import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Chromium, launchChromium } from "../../support/browser/chromium.ts";
import { dropFiles } from "../../support/browser/gestures.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { serveFixture } from "../../support/fixture.ts";
import { pairedChromium, startGuardClinic } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import { until } from "../../support/server/loopback.ts";

const folder = join(import.meta.dirname, "../../../extension/mail/gmail/page");

/** With the adapter, and by structure alone where the clinic's policy has switched it off. */
const standings = [
  ["by its adapter", []],
  ["with the adapter switched off", [{ host: "mail.google.com", adapter: "unknown-mail" }]],
] as const;

describeWith(["chromium", "extension"])("Gmail under its real host name", () => {
  describe.each(standings)("%s", (_, sites) => {
    const things = closing();
    let letters: Letters;
    let chromium: Chromium;
    let on: GuardPage;

    beforeAll(async () => {
      const { clinic } = things.open(await startGuardClinic([...sites]));
      chromium = things.open(await pairedChromium(clinic, "Office"));
      await serveFixture(chromium.context, "mail.google.com", folder);
      letters = await makeLetters(ellery);
      things.later(letters.remove);
    });
    beforeEach(async () => {
      on = guardPage(await chromium.context.newPage());
      await on.page.goto("https://mail.google.com/mail/u/0/");
      return () => on.page.close();
    });

    test("a chosen letter is held with its recipient, and removed", async () => {
      await on.choose(".attach", letters.pdf);
      const { title, text } = await on.dialog.opened();
      expect(title).toBe("This letter has not been attached");
      expect(text).toContain("reception@northquay.example Outside the clinic");
      expect(await on.got()).toEqual(on.nothing);
      await on.dialog.press("Remove it");
      await on.dialog.closed();
      expect(await on.got()).toEqual(on.nothing);
    });

    test("a letter dropped on the overlay is held, then let in", async () => {
      await on.page.evaluate(`overlay.classList.add("shown")`);
      await dropFiles(on.page, on.page.locator(".aC7.aWP"), [letters.pdf]);
      await on.dialog.opened("This letter has not been attached");
      expect(await on.got()).toEqual(on.nothing);
      await on.sendAnyway();
      await until("the letter to be in", async () => (await on.got()).files.length === 1);
      await on.page.click(".T-I-atl");
      await until("the message to go", async () => (await on.got()).sent === 1);
    });

    test("a drop that is removed leaves no overlay behind", async () => {
      await on.page.evaluate(`overlay.classList.add("shown")`);
      await dropFiles(on.page, on.page.locator(".aC7.aWP"), [letters.pdf]);
      await on.dialog.opened();
      await on.dialog.press("Remove it");
      await until("the overlay to go", () => on.page.locator(".aC7.aWP").isHidden());
      expect(await on.got()).toEqual(on.nothing);
    });

    test("text about a patient is held at Send and at Ctrl+Enter", async () => {
      await on.page.fill(
        ".Am",
        "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961, has adhesive capsulitis.",
      );
      await on.page.click(".T-I-atl");
      await on.dialog.opened("This message has not been sent");
      await on.dialog.press("Go back to the message");
      await on.page.focus(".Am");
      await on.page.keyboard.press("Control+Enter");
      await on.dialog.opened("This message has not been sent");
      await on.sendAnyway();
      await until("the message to go", async () => (await on.got()).sent === 1);
    });

    test("a message about nobody goes at once", async () => {
      await on.page.fill(".Am", "See you at nine.");
      await on.page.click(".T-I-atl");
      await until("the message to go", async () => (await on.got()).sent === 1);
      expect(await on.dialog.seen()).toBeNull();
    });
  });
});

describeWith(["chromium", "extension"])("Gmail in a browser that is not paired", () => {
  const things = closing();
  test("nothing is held", async () => {
    const chromium = things.open(await launchChromium());
    const letters = await makeLetters(ellery);
    things.later(letters.remove);
    await serveFixture(chromium.context, "mail.google.com", folder);
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto("https://mail.google.com/mail/u/0/");
    await on.choose(".attach", letters.pdf);
    await until("the letter to be in", async () => (await on.got()).files.length === 1);
    expect((await on.got()).events).toEqual(["change"]);
    await on.page.fill(".Am", "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961.");
    await on.page.click(".T-I-atl");
    await until("the message to go", async () => (await on.got()).sent === 1);
  });
});

describeWith(["chromium", "extension"])("Gmail's attachments that never were a file here", () => {
  const things = closing();
  test("one from Drive holds the sending", async () => {
    const { clinic } = things.open(await startGuardClinic([]));
    const chromium = things.open(await pairedChromium(clinic, "Office"));
    await serveFixture(chromium.context, "mail.google.com", folder);
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto("https://mail.google.com/mail/u/0/");
    await on.page.evaluate(`fromDrive("Thursday list.xlsx"); got.files.length = 0`);
    await on.page.click(".T-I-atl");
    const { title, text } = await on.dialog.opened();
    expect(title).toBe("This message has not been sent");
    expect(text).toContain("it came with the message and was not opened here");
    await on.dialog.press("Go back to the message");
    expect((await on.got()).sent).toBe(0);
  });
});
