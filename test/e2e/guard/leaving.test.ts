import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { toolbarOver, toolbarSays } from "../../support/browser/toolbar.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import {
  harmlessText,
  heldRoutes,
  patientText,
  type RouteDriver,
  storedLetter,
  storedRoutes,
  takeRoute,
  toldRoutes,
  wentBy,
} from "../../support/mail/routes.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import { eventsOf } from "../../support/server/ledger-rows.ts";

const patient =
  "Mrs Eleanor Ellery, born 12/03/1961, NHS number 999 100 5919: the MRI shows a tear of the rotator cuff, she is on naproxen.";
const harmless =
  "The kettle in the staff room is broken again, can somebody order a new one before Friday please?";

/** Addresses of the page itself and of another host that the clinic named. */
interface Hosts {
  readonly own: string;
  readonly named: string;
}
type Way = readonly [
  name: string,
  path: string,
  act: (on: GuardPage, text: string, hosts: Hosts) => Promise<void>,
];
type FrameOf = readonly [name: string, attributes: (hosts: Hosts) => Readonly<Record<string, string>>];

const smallPage =
  '<textarea id="note"></textarea><button id="icon">Go</button>' +
  '<script>icon.onclick = () => fetch("/note", { method: "POST", body: note.value })</script>';

const ways: readonly Way[] = [
  [
    "Enter in a chat whose label begins with a message to somebody",
    "/chat",
    async ({ page }, text) => {
      await page.click("#chat");
      await page.keyboard.insertText(text);
      await page.keyboard.press("Enter");
    },
  ],
  [
    "an icon without words, by XMLHttpRequest",
    "/note",
    async ({ page }, text) => {
      await page.fill("#note", text);
      await page.click("#icon");
    },
  ],
  [
    "a short cut and a beacon",
    "/beacon",
    async ({ page }, text) => {
      await page.fill("#note", text);
      await page.keyboard.press("Alt+s");
    },
  ],
  [
    "as markup in a form of a request",
    "/html",
    async ({ page }, text) => {
      await page.fill("#note", text);
      await page.keyboard.press("Alt+h");
    },
  ],
  [
    "Enter in a plain field",
    "/line",
    async ({ page }, text) => {
      await page.fill("#line", text);
      await page.keyboard.press("Enter");
    },
  ],
  [
    "a composer in a closed shadow root",
    "/closed",
    async ({ page }, text) => {
      const { x = 0, y = 0 } = (await page.locator("#closed").boundingBox()) ?? {};
      await page.mouse.click(x + 20, y + 15);
      await page.keyboard.insertText(text);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    },
  ],
  [
    "a form with an odd button",
    "/form",
    async ({ page }, text) => {
      await page.fill("[name=words]", text);
      await page.click("#go");
    },
  ],
];

/** Others, which share a page: in each a text that names nobody goes before one that names a patient. */
const others: readonly Way[] = [
  [
    'new Outlook, whose labels say "to"',
    "/outlook",
    async ({ page }, text) => {
      await page.fill("#outlook", text);
      await page.click("#send");
    },
  ],
  [
    "the subject alone",
    "/outlook",
    async ({ page }, text) => {
      await page.fill("#outlook", "");
      await page.fill("#subject", text);
      await page.click("#send");
    },
  ],
  ...["Schedule send", "Send & archive", "Share", "Post", "Transfer", "Anfon"].map(
    (label): Way => [
      label,
      "/post",
      async ({ page }, text) => {
        await page.fill("#post", text);
        await page.locator("#menu").getByText(label, { exact: true }).click();
      },
    ],
  ),
  ...(
    [
      ["in the address of a request", "/query", "q"],
      ["packed", "/packed", "g"],
      ["by a socket", "/socket", "w"],
    ] as const
  ).map(
    ([name, path, key]): Way => [
      name,
      path,
      async ({ page }, text) => {
        await page.fill("#note", text);
        await page.keyboard.press(`Alt+${key}`);
      },
    ],
  ),
  ...(
    [
      ["a frame of the same address", ({ own }) => ({ src: own })],
      ["a frame of another host that the clinic named", ({ named }) => ({ src: named })],
      ["a frame that holds its page itself", () => ({ srcdoc: smallPage })],
    ] as const satisfies readonly FrameOf[]
  ).map(
    ([name, of]): Way => [
      name,
      "/note",
      async ({ page }, text, hosts) => {
        await page.evaluate((attributes) => {
          if (document.querySelector("#frame")?.getAttribute("title") === JSON.stringify(attributes)) return;
          document.querySelector("#frame")?.remove();
          const made = { id: "frame", width: "700", height: "600", title: JSON.stringify(attributes) };
          document.body.prepend(Object.assign(document.createElement("iframe"), made, attributes));
        }, of(hosts));
        await page.frameLocator("#frame").locator("#note").fill(text);
        await page.frameLocator("#frame").locator("#icon").click();
      },
    ],
  ),
  [
    "an editor in a frame, whose page sends it",
    "/editor",
    async ({ page }, text) => {
      await page.frameLocator("#editor").locator("body").fill(text);
      await page.keyboard.press("Alt+e");
    },
  ],
];

/** What leaves where nothing can be looked at, each on a page of its own: the guard says so until it is loaded anew. */
const unseen: readonly (readonly [name: string, act: (on: GuardPage, foreign: string) => Promise<void>])[] = [
  [
    "in no request at all",
    async ({ page }) => {
      await page.fill("#line", `Sealed ${harmless}`);
      await page.keyboard.press("Enter");
    },
  ],
  [
    "sealed",
    async ({ page }) => {
      await page.fill("#note", harmless);
      await page.keyboard.press("Alt+r");
    },
  ],
  [
    "by a worker",
    async ({ page }) => {
      await page.fill("#note", harmless);
      await page.keyboard.press("Alt+k");
    },
  ],
  [
    "forwarded with a letter that the server holds, and nothing written",
    ({ page }) => page.click("#pass-on"),
  ],
  [
    "from a frame of a host that nobody named",
    async ({ page }, foreign) => {
      await page.evaluate((src) => {
        document.body.prepend(Object.assign(document.createElement("iframe"), { src, id: "foreign" }));
      }, foreign);
      await page.frameLocator("#foreign").locator("#note").fill(harmless);
    },
  ],
];

describeWith(["chromium", "extension"])("what somebody wrote leaves by whatever button", () => {
  const things = closing();
  let pages: Awaited<ReturnType<typeof startMailPages>>;
  let chromium: Chromium;
  let clinic: Clinic;
  let letters: Letters;
  let on: GuardPage;
  let shared: GuardPage;
  let named: typeof pages;
  let hosts: Hosts;
  const sent = (path: string): string[] =>
    [...pages.posts, ...named.posts].filter((post) => post.startsWith(`${path} `));

  beforeAll(async () => {
    pages = things.open(await startMailPages());
    named = things.open(await startMailPages());
    const sites = [pages, named].map(({ host }) => ({ host, adapter: "unknown-mail" }));
    ({ clinic } = things.open(await startGuardClinic(sites)));
    hosts = { own: `${pages.url}/sends.html?framed`, named: `${named.url}/sends.html` };
    chromium = things.open(await pairedChromium(clinic, "Office"));
    letters = await makeLetters(ellery);
    things.later(letters.remove);
  });
  beforeEach(() => {
    pages.posts.length = named.posts.length = 0;
  });
  const eachOnAPageOfItsOwn = (): void =>
    beforeEach(async () => {
      on = guardPage(await chromium.context.newPage());
      await on.page.goto(`${pages.url}/sends.html`);
      return () => on.page.close();
    });

  describe.each(ways)("%s", (_, path, act) => {
    eachOnAPageOfItsOwn();
    test("a patient’s text is held, and never leaves where it is taken back", async () => {
      await act(on, patient, hosts);
      const { title } = await on.dialog.opened();
      expect(title).toMatch(/has not been sent$/);
      expect(sent(path)).toEqual([]);
      await on.dialog.press("Go back to the message");
      await on.dialog.closed();
      await expect.poll(() => sent("/beat").length).toBeGreaterThan(1);
      expect(sent(path)).toEqual([]);
    });

    test("what names nobody leaves at once, once, and a second text after it is looked at for itself", async () => {
      await act(on, harmless, hosts);
      await expect.poll(() => sent(path).length).toBe(1);
      expect(await on.dialog.seen()).toBeNull();
      await act(on, patient, hosts);
      await on.dialog.opened();
      expect(sent(path)).toHaveLength(1);
    });
  });

  describe("on one page", () => {
    beforeAll(async () => {
      shared = guardPage(await chromium.context.newPage());
      await shared.page.goto(`${pages.url}/sends.html`);
      return () => shared.page.close();
    });
    test.each(others)("%s: what names nobody leaves, a patient’s text does not", async (_, path, act) => {
      await act(shared, harmless, hosts);
      await expect.poll(() => sent(path).length).toBe(1);
      expect(await shared.dialog.seen()).toBeNull();
      await act(shared, patient, hosts);
      const { title } = await shared.dialog.opened();
      expect(title).toMatch(/has not been sent$/);
      await shared.dialog.press("Go back to the message");
      await shared.dialog.closed();
      const beats = sent("/beat").length;
      await expect.poll(() => sent("/beat").length).toBeGreaterThan(beats);
      expect(sent(path)).toHaveLength(1);
    });

    test("a stored letter goes unread with what is written: it is asked about", async () => {
      await shared.page.fill("#forwarded", harmless);
      await shared.page.click("#pass-on");
      const { text } = await shared.dialog.opened();
      expect(text).toContain("Ellery clinic letter.pdf");
      expect(sent("/forward")).toEqual([]);
      await shared.dialog.press("Go back to the message");
      await shared.dialog.closed();
    });

    const driver = ({ page }: GuardPage): RouteDriver => ({
      evaluate: (script) => page.evaluate(script),
      click: (x, y) => page.mouse.click(x, y),
      write: (text, byKeys) => (byKeys ? page.keyboard.type(text) : page.keyboard.insertText(text)),
      down: (key) => page.keyboard.down(key),
      up: (key) => page.keyboard.up(key),
    });

    // One page for all of them, never loaded anew: no way is let go or kept back for what was asked before it.
    describe("on a page of many products", () => {
      let many: GuardPage;
      beforeAll(async () => {
        many = guardPage(await chromium.context.newPage());
        await many.page.goto(`${pages.url}/routes.html`);
        return () => many.page.close();
      });

      test.each(Object.entries(heldRoutes))("%s (%s): held, and left out", async (way) => {
        const on = driver(many);
        if (way === "hiddenForm" || way === "link") {
          await takeRoute(on, way, harmlessText);
          await expect.poll(() => wentBy(pages.posts, way)).toBe(true);
          pages.posts.length = 0;
        }
        await takeRoute(on, way, patientText);
        const { title } = await many.dialog.opened();
        expect(title).toMatch(/has not been sent$/);
        await many.dialog.press("Go back to the message");
        await many.dialog.closed();
        expect(wentBy(pages.posts, way)).toBe(false);
      });

      test.each(Object.entries(storedRoutes))("%s (%s): a stored letter is asked about", async (way) => {
        const text = way === "shareLink" ? "claims@insurer.example" : harmlessText;
        await takeRoute(driver(many), way, text);
        const { text: said } = await many.dialog.opened();
        expect(said).toContain(storedLetter);
        await many.dialog.press("Go back to the message");
        await many.dialog.closed();
        expect(wentBy(pages.posts, way)).toBe(false);
      });
    });

    test.each(Object.entries(toldRoutes))("%s (%s): told as not watched", async (way) => {
      const one = guardPage(await chromium.context.newPage());
      await one.page.goto(`${pages.url}/routes.html?${way}`);
      await takeRoute(driver(one), way, patientText);
      await toolbarSays(chromium, one.page, "this page is not watched");
      await one.page.close();
    });

    test("a text that the page reads from the clipboard by itself, and sends, is held", async () => {
      const one = guardPage(await chromium.context.newPage());
      await chromium.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await one.page.goto(`${pages.url}/routes.html`);
      for (const text of [harmlessText, patientText]) {
        await one.page.evaluate((said) => navigator.clipboard.writeText(said), text);
        await takeRoute(driver(one), "clipboard", "");
        if (text === harmlessText) await expect.poll(() => wentBy(pages.posts, "clipboard")).toBe(true);
      }
      await one.dialog.opened("has not been sent");
      expect(pages.posts.filter((post) => post.startsWith("/r/clipboard "))).toHaveLength(1);
      await one.page.close();
    });

    test("what a page keeps of a harmless text as it is left is not lost", async () => {
      const one = guardPage(await chromium.context.newPage());
      await one.page.goto(`${pages.url}/routes.html`);
      await takeRoute(driver(one), "leftPage", harmlessText);
      await expect.poll(() => wentBy(pages.posts, "leftPage")).toBe(true);
      await one.page.close();
    });

    test("a file is judged before the page can hand it to a worker", async () => {
      await shared.page.setInputFiles("#file", letters.pdf);
      await shared.dialog.opened("This letter has not been attached");
      await shared.dialog.press("Remove it");
      await shared.dialog.closed();
      await shared.page.setInputFiles("#file", letters.rota);
      await expect.poll(() => sent("/worker").length).toBe(1);
    });
  });

  describe("on a page of its own", () => {
    eachOnAPageOfItsOwn();

    test("a picture within pasted markup is held, goes in whole with a reason, and is undone as if it had been pasted", async () => {
      const markup = '<p>Her scan <img src="data:image/png;base64,iVBORw0KGgo="></p>';
      const paste = () =>
        on.page.evaluate((html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", "Her scan");
          const field = document.querySelector<HTMLElement>("#outlook");
          field?.focus();
          field?.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
          );
        }, markup);
      const inside = () => on.page.$eval("#outlook", (field) => field.innerHTML);
      await paste();
      await on.dialog.opened("This image has not been pasted");
      await on.dialog.press("Remove it");
      await on.dialog.closed();
      expect(await inside()).toBe("");
      await paste();
      await on.dialog.opened();
      await on.sendAnyway();
      await expect.poll(inside).toMatch(/Her scan <img src="data:image/);
      await on.page.focus("#outlook");
      await on.page.keyboard.press("Control+z");
      await expect.poll(inside).not.toContain("Her scan");
    });

    test("a window that the page opens and writes is watched like the page", async () => {
      const [opened] = await Promise.all([
        on.page.waitForEvent("popup"),
        on.page.evaluate((html) => {
          const doc = window.open("", "", "width=600,height=500")?.document;
          doc?.open();
          doc?.write(html);
          doc?.close();
        }, smallPage),
      ]);
      const apart = guardPage(opened);
      await opened.fill("#note", patient);
      await opened.click("#icon");
      await apart.dialog.opened();
      expect(sent("/note")).toEqual([]);
      await opened.close();
    });

    test("an upload that waited tells the page its progress as any other does", async () => {
      await on.page.fill("#note", harmless);
      await on.page.click("#icon");
      await expect
        .poll(() => on.page.evaluate("heard"))
        .toEqual(["loadstart", "progress", "load", "loadend"]);
      expect(await on.page.evaluate("failed")).toEqual([]);
      expect(await on.page.inputValue("#note")).toBe("");
    });

    test("with a reason it leaves once, and the same text is not asked about again", async () => {
      const before = (await eventsOf(clinic, "mail.outcome")).length;
      await on.page.fill("#note", patient);
      await on.page.click("#icon");
      await on.dialog.opened();
      await on.sendAnyway();
      await expect.poll(() => sent("/note").length).toBe(1);
      expect(decodeURIComponent(sent("/note")[0] ?? "")).toContain("999 100 5919");
      await expect.poll(async () => (await eventsOf(clinic, "mail.outcome")).length).toBe(before + 1);
    });

    test("a draft that the page saves for itself is not stopped", async () => {
      await on.page.fill("#note", patient);
      await on.page.keyboard.press("Alt+d");
      await expect.poll(() => sent("/drafts/7").length).toBe(1);
      expect(await on.dialog.seen()).toBeNull();
    });

    test("what leaves where nothing can be looked at is told, by the badge and as coverage", async () => {
      const foreign = things.open(await startMailPages());
      expect(await toolbarOver(chromium, on.page)).toContain("Chaperone: watching this page");
      for (const [at, [name, act]] of unseen.entries()) {
        const one = guardPage(await chromium.context.newPage());
        await one.page.goto(`${pages.url}/sends.html?${at}`);
        await act(one, `${foreign.url}/sends.html`);
        await toolbarSays(chromium, one.page, "this page is not watched").catch((cause: unknown) => {
          throw new Error(name, { cause });
        });
        await one.page.close();
      }
    });

    test("what the person takes out again has not left", async () => {
      await on.page.fill("#line", harmless);
      await on.page.click("#bold");
      await on.page.click("#line");
      await on.page.keyboard.press("Control+a");
      await on.page.keyboard.press("Delete");
      const beats = sent("/beat").length;
      await expect.poll(() => sent("/beat").length).toBeGreaterThan(beats + 6);
      expect(await toolbarOver(chromium, on.page)).not.toContain("not watched");
    });
  });
});
