import { readFileSync } from "node:fs";
import type { ElementHandle, KeyInput, Page } from "puppeteer-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { closedShadowFirefox } from "../../support/browser/closed-shadow-firefox.ts";
import { type Firefox, launchFirefox } from "../../support/browser/firefox.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import type { Got } from "../../support/mail/guard-page.ts";
import {
  harmlessText,
  heldInFirefox,
  patientText,
  type RouteDriver,
  storedLetter,
  storedRoutes,
  takeRoute,
  wentBy,
} from "../../support/mail/routes.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import { eventsOf, storedEvents } from "../../support/server/ledger-rows.ts";
import { until } from "../../support/server/loopback.ts";
import { pairFirefox } from "../../support/server/pair.ts";

const nothing: Got = { events: [], files: [], sent: 0 };

async function upload(page: Page, selector: string, path: string): Promise<void> {
  const input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

async function chooseBy(page: Page, click: () => Promise<unknown>, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForFileChooser(), click()]);
  await chooser.accept([path]);
}

/** No protocol drops files on a headless Firefox: the event is made by script, all else is as from the desktop. */
function drop(page: Page, path: string): Promise<unknown> {
  return page.evaluate((base64) => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    transfer.items.add(new File([bytes], "Ellery clinic letter.pdf", { type: "application/pdf" }));
    const init = { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true };
    document.querySelector("#drop")?.dispatchEvent(new DragEvent("drop", init));
  }, readFileSync(path).toString("base64"));
}

const ways: readonly [
  name: string,
  hears: readonly string[],
  act: (page: Page, letters: Letters) => Promise<unknown>,
][] = [
  [
    "chosen in an input of several",
    ["chosen input", "chosen change"],
    (page, { pdf }) => upload(page, "#chosen", pdf),
  ],
  [
    "chosen in an input of one",
    ["single input", "single change"],
    (page, { pdf }) => upload(page, "#single", pdf),
  ],
  [
    "chosen in an input outside the document",
    ["detached input"],
    (page, { pdf }) => chooseBy(page, () => page.click("#detached"), pdf),
  ],
  [
    "chosen in a closed shadow root",
    ["closed change"],
    (page, { pdf }) => chooseBy(page, () => page.evaluate("closedInput.click()"), pdf),
  ],
  ["dropped", ["drop"], (page, { pdf }) => drop(page, pdf)],
];

describeWith(["firefox", "extension for Firefox"])(
  "Firefox: every way to a page that no adapter describes",
  () => {
    const things = closing();
    let url: string;
    let posts: readonly string[];
    let letters: Letters;
    let firefox: Firefox;
    let page: Page;
    let early: Page;
    let clinic: Clinic;

    beforeAll(async () => {
      const pages = things.open(await startMailPages());
      clinic = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }])).clinic;
      firefox = things.open(await launchFirefox());
      early = await firefox.newPage();
      await early.goto(`${pages.url}/ways.html`);
      await pairFirefox(firefox, clinic, {
        holder: "person",
        device: "clinic",
        user: clinic.lead.id,
        name: "Office",
      });
      letters = await makeLetters(ellery);
      things.later(letters.remove);
      ({ url, posts } = pages);
    });

    const got = () =>
      page.evaluate("({ events: got.events, files: got.files, sent: got.sent })") as Promise<Got>;
    const open = async (path: string) => {
      page = await firefox.newPage();
      await page.goto(url + path);
      return closedShadowFirefox(page);
    };
    beforeEach(() => () => page.close());

    test.each(ways)("%s: held, then let in once in the form in which it came", async (_, hears, act) => {
      const dialog = await open("/ways.html");
      await act(page, letters);
      await dialog.opened("This letter has not been attached");
      expect(await got()).toEqual(nothing);
      await dialog.press("It isn't a patient document");
      await dialog.press("What looks like");
      await dialog.write("These are sample numbers from the supplier.");
      await dialog.press("Attach it with this reason");
      await until("the page to get it", async () => (await got()).files.length > 0);
      expect(await got()).toEqual({ events: hears, files: ["Ellery clinic letter.pdf"], sent: 0 });
    });

    test.each(ways)(
      "%s on the strictest page: removed, and the page never hears of it",
      async (_, __, act) => {
        const dialog = await open("/strict/ways.html");
        await act(page, letters);
        await dialog.opened("This letter has not been attached");
        await dialog.press("Remove it");
        await dialog.noticed("Removed.");
        expect(await got()).toEqual(nothing);
      },
    );

    test("text about a patient is held when it is sent", async () => {
      const dialog = await open("/ways.html");
      await page.evaluate(() => {
        const body = document.querySelector("#body");
        if (body)
          body.textContent =
            "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961, has adhesive capsulitis.";
      });
      await page.click("#send");
      await dialog.opened("This message has not been sent");
      await dialog.press("Go back to the message");
      expect((await got()).sent).toBe(0);
    });

    test("text about a patient is held where no button says send: by the request that carries it", async () => {
      const dialog = await open("/sends.html");
      const told = (await eventsOf(clinic, "mail.outcome")).length;
      const sent = (path: string) => posts.filter((post) => post.startsWith(`${path} `)).length;
      const words = "Mr Jonah Ellery, NHS number 999 100 5919, born 12 March 1961, has adhesive capsulitis.";
      await page.type("#chat", "Is the kettle mended by now?");
      await page.keyboard.press("Enter");
      await until("the page to send what names nobody", async () => sent("/chat") === 1);
      await page.type("#chat", words);
      await page.keyboard.press("Enter");
      await dialog.opened("This message has not been sent");
      await dialog.press("Go back to the message");
      await page.type("#note", words);
      await page.click("#icon");
      await dialog.opened("This message has not been sent");
      expect([sent("/chat"), sent("/note")]).toEqual([1, 0]);
      await dialog.press("Go back to the message");
      await dialog.closed();
      await page.$eval("#note", (field) => (field as HTMLTextAreaElement).select());
      for (const [key, path] of [
        ["q", "/query"],
        ["g", "/packed"],
        ["w", "/socket"],
      ] as const) {
        await page.type("#note", words);
        await page.keyboard.down("Alt");
        await page.keyboard.press(key);
        await page.keyboard.up("Alt");
        await dialog.opened("This message has not been sent");
        await dialog.press("Go back to the message");
        await dialog.closed();
        expect(sent(path)).toBe(0);
        await page.$eval("#note", (field) => (field as HTMLTextAreaElement).select());
      }
      // Each of them is told whole before the next test counts.
      await storedEvents(clinic, "mail.outcome", told + 5);
    });

    const driver = (): RouteDriver => ({
      evaluate: (script) => page.evaluate(script),
      click: (x, y) => page.mouse.click(x, y),
      write: (text) => page.keyboard.type(text),
      down: (key) => page.keyboard.down(key as KeyInput),
      up: (key) => page.keyboard.up(key as KeyInput),
    });

    test("what is written is held on the ways of many products, and a stored letter is asked about", async () => {
      const dialog = await open("/routes.html");
      const told = (await eventsOf(clinic, "mail.outcome")).length;
      const missed: string[] = [];
      const ways = [...heldInFirefox, ...Object.keys(storedRoutes)];
      // The page is never loaded anew: no way is let go or kept back for what was asked before it.
      for (const way of ways) {
        const stored = way in storedRoutes;
        const text = way === "shareLink" ? "claims@insurer.example" : stored ? harmlessText : patientText;
        await takeRoute(driver(), way, text);
        const seen = await dialog.opened(stored ? storedLetter : "", 15_000).catch(() => undefined);
        if (!seen || wentBy(posts, way)) missed.push(way);
        if (!seen) continue;
        await dialog.press("Go back to the message");
        await dialog.closed();
      }
      expect(missed).toEqual([]);
      await storedEvents(clinic, "mail.outcome", told + ways.length);
    });

    const holdsBack = async (words: string) => {
      await upload(page, "#chosen", letters.pdf);
      await closedShadowFirefox(page).noticed(words);
      expect(await got()).toEqual(nothing);
      expect(await page.$eval("#chosen", (input) => (input as HTMLInputElement).files?.length)).toBe(0);
    };
    const notReloaded = "Not watched: this page was open before Chaperone could watch it.";

    test("a tab open since before pairing says so and holds files, and is watched once it is loaded anew", async () => {
      page = early;
      const dialog = closedShadowFirefox(page);
      await dialog.noticed(notReloaded);
      await holdsBack("Not attached: this page was open before");
      await page.reload();
      await upload(page, "#chosen", letters.pdf);
      await dialog.opened("This letter has not been attached");
      await dialog.press("Remove it");
      await dialog.closed();
      await storedEvents(clinic, "mail.held", 1);
    });

    test("an update while it asks: the dead dialog goes, files stay held, and the attempt has its one outcome", async () => {
      const dialog = await open("/ways.html");
      const before = (await eventsOf(clinic, "mail.outcome")).length;
      const attempts = (await eventsOf(clinic, "mail.held")).length;
      await upload(page, "#chosen", letters.pdf);
      await dialog.opened();
      // The attempt is kept: of one that the update cuts off before that nobody can know.
      await storedEvents(clinic, "mail.held", attempts + 1);
      await firefox.browser.installExtension(firefox.extension);
      await dialog.noticed(notReloaded);
      await dialog.closed();
      await holdsBack("Not attached");
      const [outcome] = await storedEvents(clinic, "mail.outcome", before + 1);
      const [held] = await eventsOf(clinic, "mail.held");
      expect(outcome?.trace).toBe(held?.trace);
      expect(JSON.parse(outcome?.detail ?? "")).toMatchObject({ outcome: "closed" });
      expect(await eventsOf(clinic, "mail.outcome")).toHaveLength(before + 1);
    });

    test("revoked: the open page says so and holds files, also when it is loaded anew", async () => {
      const dialog = await open("/ways.html");
      const row = (await clinic.rows(clinic.lead, "browsers")).find(({ name }) => name === "Office");
      await clinic.act(clinic.lead, "browsers.revoke", {}, row);
      const options = await firefox.openExtensionPage("options.html");
      await options.evaluate(() => chrome.runtime.sendMessage({ name: "refresh", data: {} }));
      await options.close();
      const notPaired = "Not watched: this browser is not paired with the clinic. Ask the manager.";
      await dialog.noticed(notPaired);
      await page.reload();
      await dialog.noticed(notPaired);
      await holdsBack("Not attached: this browser is not paired with the clinic. Ask the manager.");
    });
  },
);
