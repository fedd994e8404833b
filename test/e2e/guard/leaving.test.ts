import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { toolbarOver } from "../../support/browser/toolbar.ts";
import { closing } from "../../support/closing.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import { eventsOf } from "../../support/server/ledger-rows.ts";

const patient =
  "Mrs Eleanor Ellery, born 12/03/1961, NHS number 999 100 5919: the MRI shows a tear of the rotator cuff, she is on naproxen.";
const harmless =
  "The kettle in the staff room is broken again, can somebody order a new one before Friday please?";

type Way = readonly [name: string, path: string, act: (on: GuardPage, text: string) => Promise<void>];

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

describeWith(["chromium", "extension"])("what somebody wrote leaves by whatever button", () => {
  const things = closing();
  let pages: Awaited<ReturnType<typeof startMailPages>>;
  let chromium: Chromium;
  let clinic: Clinic;
  let on: GuardPage;
  const sent = (path: string): string[] => pages.posts.filter((post) => post.startsWith(`${path} `));

  beforeAll(async () => {
    pages = things.open(await startMailPages());
    ({ clinic } = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }])));
    chromium = things.open(await pairedChromium(clinic, "Office"));
  });
  beforeEach(async () => {
    on = guardPage(await chromium.context.newPage());
    await on.page.goto(`${pages.url}/sends.html`);
    pages.posts.length = 0;
    return () => on.page.close();
  });

  describe.each(ways)("%s", (_, path, act) => {
    test("a patient’s text is held, and never leaves where it is taken back", async () => {
      await act(on, patient);
      const { title } = await on.dialog.opened();
      expect(title).toMatch(/has not been sent$/);
      expect(sent(path)).toEqual([]);
      await on.dialog.press("Go back to the message");
      await on.dialog.closed();
      await expect.poll(() => sent("/beat").length).toBeGreaterThan(1);
      expect(sent(path)).toEqual([]);
    });

    test("what names nobody leaves at once, once, and a second text after it is looked at for itself", async () => {
      await act(on, harmless);
      await expect.poll(() => sent(path).length).toBe(1);
      expect(await on.dialog.seen()).toBeNull();
      await act(on, patient);
      await on.dialog.opened();
      expect(sent(path)).toHaveLength(1);
    });
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

  test("what leaves where no request can be read is told, by the badge and as coverage", async () => {
    expect(await toolbarOver(chromium, on.page)).toContain("Chaperone: watching this page");
    await on.page.fill("#line", `Sealed ${harmless}`);
    await on.page.keyboard.press("Enter");
    await expect.poll(() => toolbarOver(chromium, on.page)).toContain("this page is not watched");
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
