import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { dropFiles, pasteFile } from "../../support/browser/gestures.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import { eventsOf } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";

/** Each way in which a file reaches a page that no adapter describes, and what the page hears when it is let in. */
const ways: readonly [
  name: string,
  hears: readonly string[],
  act: (on: GuardPage, letters: Letters) => Promise<void>,
][] = [
  [
    "chosen in an input of several",
    ["chosen input", "chosen change"],
    ({ page }, { pdf }) => page.setInputFiles("#chosen", pdf),
  ],
  [
    "chosen in an input of one",
    ["single input", "single change"],
    ({ page }, { pdf }) => page.setInputFiles("#single", pdf),
  ],
  [
    "chosen in an input outside the document",
    ["detached input"],
    (on, { pdf }) => on.choose("#detached", pdf),
  ],
  [
    "chosen in a closed shadow root",
    ["closed change"],
    async ({ page }, { pdf }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.evaluate("closedInput.click()"),
      ]);
      await chooser.setFiles(pdf);
    },
  ],
  ["dropped", ["drop"], ({ page }, { pdf }) => dropFiles(page, page.locator("#drop"), [pdf])],
  [
    "pasted",
    ["paste"],
    ({ page }, { pdf }) =>
      pasteFile(page.locator("#body"), "Ellery clinic letter.pdf", "application/pdf", readFileSync(pdf)),
  ],
  [
    "dropped in a folder",
    ["drop"],
    ({ page }, letters) => {
      const folder = join(letters.folder, "to send", "today");
      mkdirSync(folder, { recursive: true });
      copyFileSync(letters.pdf, join(folder, "Ellery clinic letter.pdf"));
      return dropFiles(page, page.locator("#drop"), [join(letters.folder, "to send")]);
    },
  ],
];

describeWith(["chromium", "extension"])("every way to a page that no adapter describes", () => {
  const things = closing();
  let url: string;
  let letters: Letters;
  let chromium: Chromium;
  let clinic: Clinic;

  beforeAll(async () => {
    const pages = things.open(await startMailPages());
    ({ clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }])));
    chromium = things.open(await pairedChromium(clinic, "Office"));
    letters = await makeLetters(ellery);
    things.later(letters.remove);
    url = pages.url;
  });

  describe.each(["", "/strict"])("on a page at %s/ways.html", (path) => {
    /** One page for all ways: none uses the input of another. */
    const ofOnePage = () => {
      let on: GuardPage;
      beforeAll(async () => {
        on = guardPage(await chromium.context.newPage());
        await on.page.goto(`${url}${path}/ways.html`);
        return () => on.page.close();
      });
      beforeEach(() => on.forget());
      return () => on;
    };

    describe("held, then let in once in the form in which it came", () => {
      const page = ofOnePage();
      test.each(ways)("%s", async (_, hears, act) => {
        const on = page();
        await act(on, letters);
        const { title } = await on.dialog.opened();
        expect(title).toMatch(/^This letter has not been (?:attached|pasted)$/);
        expect(await on.got()).toEqual(on.nothing);
        await on.sendAnyway();
        await until("the page to get it", async () => (await on.got()).files.length > 0);
        expect(await on.got()).toEqual({ events: hears, files: ["Ellery clinic letter.pdf"], sent: 0 });
      });
    });

    describe("removed, and the page never hears of it", () => {
      const page = ofOnePage();
      test.each(ways)("%s", async (_, __, act) => {
        const on = page();
        await act(on, letters);
        await on.dialog.opened();
        await on.dialog.press("Remove it");
        await on.dialog.closed();
        await on.dialog.noticed("Removed.");
        expect(await on.got()).toEqual(on.nothing);
      });
    });
  });

  test("a file about nobody goes on without a question", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#chosen", letters.rota);
    await until("the page to get it", async () => (await on.got()).files.length > 0);
    expect(await on.got()).toEqual({
      events: ["chosen input", "chosen change"],
      files: ["Rota.pdf"],
      sent: 0,
    });
    expect(await on.dialog.seen()).toBeNull();
    await on.page.close();
  });

  test("of several, what is fine goes at once and the rest is asked about", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#chosen", [letters.pdf, letters.docx, letters.rota]);
    const { title, text } = await on.dialog.opened();
    expect(title).toBe("2 of 3 files have not been attached");
    expect(text).toContain("Two name patients. The third has been attached.");
    expect((await on.got()).files).toEqual(["Rota.pdf"]);
    await on.dialog.press("Choose for each file");
    await on.dialog.opened("Ellery clinic letter.pdf");
    await on.dialog.press("Remove it");
    await on.dialog.opened("Ellery clinic letter.docx");
    await on.sendAnyway();
    await until("the page to get it", async () => (await on.got()).files.length > 1);
    expect((await on.got()).files).toEqual(["Rota.pdf", "Ellery clinic letter.docx"]);
    await on.page.close();
  });

  test("a visible state stands while a file is read, soon after the gesture, on a page at rest", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#chosen", letters.rota);
    await until("a first check", async () => (await on.got()).files.length > 0);
    const cameFirst = on.page.evaluate(`new Promise((resolve) => {
      const input = document.getElementById("single");
      const seen = () => document.documentElement.lastElementChild.nodeName === "DIV";
      new MutationObserver(() => seen() && resolve("state")).observe(document.documentElement, { childList: true });
      document.querySelectorAll("html > div").forEach((host) => host.remove());
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(3_000_000)], "slow.bin"));
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      setTimeout(resolve, 1_000, "a second of this page's own thread");
    })`);
    // The guard's tenth of a second is told by the same thread's clock: however slow the machine, it strikes first.
    expect(await cameFirst).toBe("state");
    await on.page.close();
  });

  test("text about a patient is held when it is sent, by button and by key", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.fill(
      "#body",
      "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961, has adhesive capsulitis.",
    );
    await on.page.click("#send");
    const { title, text } = await on.dialog.opened();
    expect(title).toBe("This message has not been sent");
    expect(text).toContain("This text names a patient: NHS number ending 5919");
    await on.dialog.press("Go back to the message");
    expect((await on.got()).sent).toBe(0);
    await on.page.focus("#body");
    await on.page.keyboard.press("Control+Enter");
    await on.dialog.opened("This message has not been sent");
    await on.dialog.press("Go back to the message");
    await on.page.fill("#body", "See you at nine.");
    await on.page.click("#send");
    await until("the message to go", async () => (await on.got()).sent === 1);
    await on.page.close();
  });

  test("an outside address added after a letter was let in stops the sending", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.setInputFiles("#chosen", letters.pdf);
    await on.dialog.opened();
    await on.sendAnyway();
    await on.page.fill("[name=to]", "reception@northquay.example, claims@insurer.example");
    await on.page.click("#send");
    await on.dialog.noticed("Not sent: an outside address was added after the check.");
    expect((await on.got()).sent).toBe(0);
    await on.dialog.press("Choose");
    await on.dialog.opened("claims@insurer.example");
    await on.sendAnyway();
    await until("the message to go", async () => (await on.got()).sent === 1);
    await on.page.close();
  });

  test("let in before anybody was typed: asked again at Send, and one incident from then on", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${url}/ways.html`);
    await on.page.fill("[name=to]", "");
    await on.page.setInputFiles("#chosen", letters.pdf);
    await on.dialog.opened();
    await on.sendAnyway();
    await until("the page to get it", async () => (await on.got()).files.length > 0);
    const incidents = () => clinic.rows(clinic.lead, "breaches");
    const before = await incidents();
    // Sent to nobody: a page refuses that, and the message stays.
    await on.page.click("#send");
    await until("the press to reach the page", async () => (await on.got()).sent === 1);
    await on.page.fill("[name=to]", "claims@insurer.example");
    await on.page.click("#send");
    await on.dialog.noticed("Not sent: an outside address was added after the check.");
    await on.dialog.press("Choose");
    await on.dialog.opened("claims@insurer.example");
    await on.sendAnyway();
    await until("the message to go", async () => (await on.got()).sent === 2);
    await on.dialog.noticed("A name or an address, as far as you know.");
    const opened = await until("its incident", async () => {
      const rows = await incidents();
      return rows.length > before.length
        ? rows.filter(({ id }) => !before.some((one) => one.id === id))
        : null;
    });
    expect(opened).toMatchObject([{ origin: "mail-attempt", state: "reported" }]);
    const attempts = (await eventsOf(clinic, "mail.held")).filter(({ trace }) => trace === opened[0]?.trace);
    expect(attempts.map(({ detail }) => JSON.parse(detail).recipients.outside)).toEqual([1, 0]);
    await on.page.close();
  });

  test("a page that no policy names is left alone", async () => {
    const other = things.open(await startMailPages());
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${other.url}/ways.html`);
    await on.page.setInputFiles("#chosen", letters.pdf);
    await until("the page to get it", async () => (await on.got()).files.length > 0);
    expect(await on.dialog.seen()).toBeNull();
    await on.page.close();
  });
});
