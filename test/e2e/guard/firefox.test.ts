import { readFileSync } from "node:fs";
import type { ElementHandle, KeyInput, Page } from "puppeteer-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { closedShadowFirefox } from "../../support/browser/closed-shadow-firefox.ts";
import { type Firefox, launchFirefox } from "../../support/browser/firefox.ts";
import { writeInFirefox } from "../../support/browser/write.ts";
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
import { bringList, switchListOff } from "../../support/server/exact-list.ts";
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

/**
 * No driver puts a file or a picture on the clipboard of a headless Firefox (a picture that a page writes there is gone at
 * the paste): this event is made too. Only files added after it was made are its own to every world.
 */
function paste(page: Page, selector: string, name: string, type: string, base64: string): Promise<unknown> {
  return page.evaluate(
    (where, file, kind, content) => {
      const init = { dataType: "text/plain", data: "", bubbles: true, cancelable: true, composed: true };
      const event = new ClipboardEvent("paste", init as ClipboardEventInit);
      const bytes = Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
      event.clipboardData?.items.clear();
      event.clipboardData?.items.add(new File([bytes], file, { type: kind }));
      const field = document.querySelector<HTMLElement>(where);
      field?.focus();
      field?.dispatchEvent(event);
    },
    selector,
    name,
    type,
    base64,
  );
}

const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

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
  [
    "pasted",
    ["paste"],
    (page, { pdf }) =>
      paste(
        page,
        "#body",
        "Ellery clinic letter.pdf",
        "application/pdf",
        readFileSync(pdf).toString("base64"),
      ),
  ],
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
      expect((await dialog.opened()).title).toMatch(/^This letter has not been (?:attached|pasted)$/);
      expect(await got()).toEqual(nothing);
      await dialog.press("It isn't a patient document");
      await dialog.press("What looks like");
      await dialog.write("These are sample numbers from the supplier.");
      const submit = (await dialog.seen())?.controls.find((name) => name.endsWith("with this reason"));
      await dialog.press(submit ?? "");
      await until("the page to get it", async () => (await got()).files.length > 0);
      expect(await got()).toEqual({ events: hears, files: ["Ellery clinic letter.pdf"], sent: 0 });
    });

    test.each(ways)(
      "%s on the strictest page: removed, and the page never hears of it",
      async (_, __, act) => {
        const dialog = await open("/strict/ways.html");
        await act(page, letters);
        await dialog.opened("This letter has not been");
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

    test("a text that only names somebody of the clinic’s list is held, and no more once the list is switched off", async () => {
      const options = await firefox.openExtensionPage("options.html");
      const refresh = () => options.evaluate(() => chrome.runtime.sendMessage({ name: "refresh", data: {} }));
      const dialog = await open("/ways.html");
      const send = async (text: string) => {
        await page.goto(`${url}/ways.html`);
        await page.$eval("#body", (body, words) => body.replaceChildren(words), text);
        await page.click("#send");
        const held = await Promise.race([
          dialog.opened("a person of the clinic's own list").then(() => true),
          until("it to be sent", async () => (await got()).sent === 1).then(() => false),
        ]);
        if (held) {
          expect((await got()).sent).toBe(0);
          await dialog.press("Go back to the message");
          await dialog.closed();
        }
        return held;
      };
      const named = "Two tickets for Ada Moss, 12 March 1961.";
      expect(await send(named)).toBe(false);
      await bringList(clinic, [["Ada", "Moss", "1961-03-12"]]);
      await refresh();
      await until("the list to be in this browser", async () =>
        (await options.text()).includes("tokens in place of names"),
      );
      expect(await send(named)).toBe(true);
      expect(await send("Two tickets for Tom Oakley, 12 March 1961.")).toBe(false);
      await switchListOff(clinic);
      await refresh();
      await until("it to be gone", async () => !(await options.text()).includes("list of patients"));
      expect(await send(named)).toBe(false);
      await options.close();
    });

    const driver = (): RouteDriver => ({
      evaluate: (script) => page.evaluate(script),
      click: (x, y) => page.mouse.click(x, y),
      write: (text, byKeys) => (byKeys ? page.keyboard.type(text) : writeInFirefox(page, text)),
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

    const sentTo = (path: string) => posts.filter((post) => post.startsWith(`${path} `)).length;

    test("a picture pasted into the message is held, and goes in when it is let in", async () => {
      const dialog = await open("/ways.html");
      await paste(page, "#body", "image.png", "image/png", onePixel);
      await dialog.opened("This image has not been pasted");
      expect(await got()).toEqual(nothing);
      await dialog.press("It isn't a patient document");
      await dialog.press("Attach it");
      await until("the page to get it", async () => (await got()).files.length > 0);
      expect(await got()).toEqual({ events: ["paste"], files: ["image.png"], sent: 0 });
    });

    test("a picture within pasted markup is held, copied and pasted by keys as a person does", async () => {
      const dialog = await open("/sends.html");
      const withControl = async (key: "c" | "v") => {
        await page.keyboard.down("Control");
        await page.keyboard.press(key);
        await page.keyboard.up("Control");
      };
      await page.evaluate((picture) => {
        const part = document.createElement("p");
        part.append(
          "Her scan ",
          Object.assign(new Image(20, 20), { src: `data:image/png;base64,${picture}` }),
        );
        document.body.prepend(part);
        getSelection()?.selectAllChildren(part);
      }, onePixel);
      await withControl("c");
      await page.focus("#outlook");
      await withControl("v");
      await dialog.opened("This image has not been pasted");
      await dialog.press("Remove it");
      await dialog.closed();
      expect(await page.$eval("#outlook", (field) => field.innerHTML)).not.toContain("img");
    });

    test("a stored letter goes unread with what is written: it is asked about", async () => {
      const dialog = await open("/sends.html");
      await page.type("#forwarded", harmlessText);
      await page.click("#pass-on");
      await dialog.opened(storedLetter);
      expect(sentTo("/forward")).toBe(0);
      await dialog.press("Go back to the message");
      await dialog.closed();
    });

    test("a file is judged before the page can hand it to a worker", async () => {
      const dialog = await open("/sends.html");
      await upload(page, "#file", letters.pdf);
      await dialog.opened("This letter has not been attached");
      await dialog.press("Remove it");
      await dialog.closed();
      await upload(page, "#file", letters.rota);
      await until("the worker to have sent the harmless one", async () => sentTo("/worker") === 1);
    });

    test("a window that the page opens and writes is watched like the page", async () => {
      await open("/sends.html");
      const [apart] = await Promise.all([
        new Promise<Page | null>((resolve) => page.once("popup", resolve)),
        page.evaluate(() => {
          const doc = window.open("", "", "width=600,height=500")?.document;
          doc?.open();
          doc?.write(
            '<textarea id="note"></textarea><button id="icon">Go</button>' +
              '<script>icon.onclick = () => fetch("/apart", { method: "POST", body: note.value })</scr' +
              "ipt>",
          );
          doc?.close();
        }),
      ]);
      if (!apart) throw new Error("no window opened");
      await apart.type("#note", patientText);
      await apart.click("#icon");
      await closedShadowFirefox(apart).opened("This message has not been sent");
      expect(sentTo("/apart")).toBe(0);
      await apart.close();
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
