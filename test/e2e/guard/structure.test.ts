import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Chromium } from "../../support/browser/chromium.ts";
import { tellBackground } from "../../support/browser/tell-background.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { fieldOf, type KnownPage, knownPages, serveKnownPages } from "../../support/mail/known-pages.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";

const patient =
  "Mrs Eleanor Ellery, born 12/03/1961, NHS number 999 100 5919: the MRI shows a tear of the rotator cuff.";
const harmless = "The kettle in the staff room is broken again, can somebody order a new one before Friday?";

/** What a page did, told for all pages at the end. */
const held: string[] = [];
const missed: string[] = [];
const broken = new Set<string>();

/** Milliseconds in which a question must stand. */
const asksWithin = 10_000;

/** Named adapters, where there is one, and the structural guard alone everywhere. */
const standings = [
  ["by structure alone", (): string => "unknown-mail"],
  ["by its adapter", ({ adapter }: KnownPage): string => adapter ?? "unknown-mail"],
] as const;

describeWith(["chromium", "extension"])("every page in the manner of a product", () => {
  const things = closing();
  let clinic: Clinic;
  let chromium: Chromium;
  let letters: Letters;
  let posts: string[];

  beforeAll(async () => {
    ({ clinic } = things.open(await startGuardClinic([])));
    chromium = things.open(await pairedChromium(clinic, "Office", { hosts: ["https://*.example/*"] }));
    posts = await serveKnownPages(chromium.context);
    letters = await makeLetters(ellery);
    things.later(letters.remove);
  });

  describe.each(standings)("%s", (standing, adapterOf) => {
    const pages = standing === "by its adapter" ? knownPages.filter(({ adapter }) => adapter) : knownPages;

    beforeAll(async () => {
      await clinic.nameSites(
        pages.map((page) => ({ host: new URL(page.url).host, adapter: adapterOf(page) })),
      );
      const ours = await chromium.openExtensionPage("options.html");
      await tellBackground(ours, "refresh", {});
      await ours.close();
    });
    afterAll(() => {
      const tries = held.length + missed.length;
      const without = missed.length > 0 ? `; not held: ${missed.join(", ")}` : "";
      console.info(
        `${standing}: ${held.length} of ${tries} held, ${broken.size} of ${pages.length} pages broken${without}`,
      );
      held.length = missed.length = 0;
      broken.clear();
    });

    test.each(pages.map((page) => [page.name, page] as const))("%s", async (name, known) => {
      const on = guardPage(await chromium.context.newPage());
      await on.page.goto(known.url);
      posts.length = 0;
      const onlyCounts = known.sends === undefined;
      const sent = async () =>
        onlyCounts ? (await on.got()).sent : posts.filter((one) => known.sends?.test(one)).length;
      const taken = async () => (await on.got()).files.length;
      const count = (what: string, is: boolean) => (is ? held : missed).push(`${name}: ${what}`);
      const works = (what: string, how: () => Promise<number>) =>
        expect
          .poll(how)
          .toBe(1)
          .catch(() => broken.add(`${name}: ${what}`));

      await write(on, known, harmless);
      await send(on, known);
      await works("a harmless message", sent);
      await attach(on, known, letters.rota);
      await works("a harmless file", taken);

      await attach(on, known, letters.pdf);
      const file = await on.dialog.opened("", asksWithin).catch(() => undefined);
      count("a letter", file !== undefined && (await taken()) === 1);
      if (file) {
        expect.soft(file.text, name).toContain(known.goesTo);
        await on.dialog.press("Remove it");
        await on.dialog.closed();
      }

      const before = await sent();
      await write(on, known, patient);
      await send(on, known);
      const text = await on.dialog.opened("", asksWithin).catch(() => undefined);
      count("a text", text !== undefined && (await sent()) === before);
      if (text) expect.soft(text.text, name).toContain(known.goesTo);
      await on.page.close();
    });

    test("all of it is held, and no page is broken", () => {
      expect(missed).toEqual([]);
      expect([...broken]).toEqual([]);
      expect(held).toHaveLength(2 * pages.length);
    });
  });

  test("a page whose maker renamed a part is told as changed", async () => {
    const page = await chromium.context.newPage();
    await page.goto("https://mail.google.com/mail/u/0/");
    await page.evaluate(
      `for (const part of [".T-I-atl", ".IZ"]) document.querySelector(part).className = "renamed"`,
    );
    const missed = async () => {
      const [browser] = await clinic.rows(clinic.lead, "browsers");
      const adapters = (browser?.adapters ?? []) as { id: string; misses?: { field: string }[] }[];
      return adapters.find(({ id }) => id === "gmail")?.misses?.map(({ field }) => field);
    };
    await expect.poll(missed, { timeout: 60_000 }).toEqual(["send"]);
    await page.close();
  });

  test("the lead shows how a page is read: nothing is sent, and it is tried at once", async () => {
    const on = guardPage(await chromium.context.newPage());
    await on.page.goto("https://nextcloud.example/");
    posts.length = 0;
    const ours = await chromium.openExtensionPage("popup.html");
    await ours.evaluate(teachOn, "https://nextcloud.example/*");
    await ours.close();
    await on.page.bringToFront();
    const press = async (selector: string) => {
      const box = await on.page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not shown`);
      await on.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    };
    await on.dialog.noticed("press one of its recipients");
    await press(".ncselect__tag--recipient");
    await on.dialog.noticed("Press the name of an attached file");
    await on.dialog.press("Skip");
    await on.dialog.noticed("Press the button that sends");
    await press(".send");
    await on.dialog.noticed("Tried on this page: 1 recipient and 0 attachments found.");
    expect(posts).toEqual([]);
    await on.page.close();
  });
});

/** Runs in a page of the extension, as the popup's own button does. */
async function teachOn(url: string): Promise<void> {
  const { tabs, scripting } = (globalThis as unknown as { chrome: Record<string, never> })
    .chrome as unknown as {
    tabs: { query(of: object): Promise<{ id: number }[]> };
    scripting: { executeScript(what: object): Promise<unknown> };
  };
  const [tab] = await tabs.query({ url });
  await scripting.executeScript({ target: { tabId: tab?.id }, files: ["/teach.js"] });
}

async function write({ page }: GuardPage, known: KnownPage, text: string): Promise<void> {
  const field = await fieldOf(page, known);
  await field.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

async function send({ page }: GuardPage, { send }: KnownPage): Promise<void> {
  if (/^[A-Z]/.test(send)) await page.keyboard.press(send);
  else await page.click(send);
}

async function attach({ page }: GuardPage, { attach }: KnownPage, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(attach)]);
  await chooser.setFiles([path]);
}
