import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { builtExtension } from "../../support/browser/built-extension.ts";
import type { Chromium } from "../../support/browser/chromium.ts";
import { closing } from "../../support/closing.ts";
import { type Letters, makeLetters } from "../../support/files/letters.ts";
import { pairedChromium, startGuardClinic, startMailPages } from "../../support/mail/guard-clinic.ts";
import { type GuardPage, guardPage } from "../../support/mail/guard-page.ts";
import { describeWith } from "../../support/need.ts";
import { ellery } from "../../support/people.ts";
import type { Clinic } from "../../support/server/clinic.ts";
import { until } from "../../support/server/loopback.ts";

/** A copy of the built extension with one part broken, as a bad disk or a killed process leaves it. */
function broken(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-broken-"));
  cpSync(builtExtension("chrome"), folder, { recursive: true });
  change(folder);
  return folder;
}

const withWorker = (code: string) => (folder: string) => {
  const assets = join(folder, "assets");
  for (const name of readdirSync(assets))
    if (name.startsWith("worker-")) writeFileSync(join(assets, name), code);
};

/** The extension updates itself beneath open pages. */
const update = ({ context }: Chromium) =>
  context
    .serviceWorkers()[0]
    ?.evaluate("chrome.runtime.reload()")
    .catch(() => undefined);

const updated = "Chaperone was updated. Reload this page so that it is checked.";

describeWith(["chromium", "extension"])(
  "whatever breaks, a held file stays held and the person is told",
  () => {
    const things = closing();
    let url: string;
    let letters: Letters;
    let clinic: Clinic;

    beforeAll(async () => {
      const pages = things.open(await startMailPages());
      const opened = things.open(await startGuardClinic([{ host: pages.host, adapter: "unknown-mail" }]));
      letters = await makeLetters(ellery);
      things.later(letters.remove);
      [url, clinic] = [pages.url, opened.clinic];
    });

    const browsers = new Map<string, Promise<Chromium>>();
    /** A browser with the extension, broken or whole: those of the same name share one. */
    function browserWith(name: string, change?: (folder: string) => void): Promise<Chromium> {
      const known = browsers.get(name);
      if (known) return known;
      const extension = change ? broken(change) : undefined;
      if (extension) things.later(() => rmSync(extension, { recursive: true, force: true }));
      const options = extension ? { extension } : {};
      const made = pairedChromium(clinic, `Browser ${browsers.size + 1}`, options).then(things.open);
      browsers.set(name, made);
      return made;
    }
    const hanging = () => browserWith("hanging", withWorker("for (;;);"));
    const whole = () => browserWith("whole");

    /** The fixture page in such a browser: it gets nothing. */
    async function withGuard(
      browser: Promise<Chromium>,
      steps: (on: GuardPage, chromium: Chromium) => Promise<void>,
    ): Promise<void> {
      const chromium = await browser;
      const on = guardPage(await chromium.context.newPage());
      try {
        await on.page.goto(`${url}/ways.html`);
        await steps(on, chromium);
        expect(await on.got()).toEqual(on.nothing);
        expect(await on.page.$eval("#chosen", (input) => (input as HTMLInputElement).files?.length)).toBe(0);
      } finally {
        await on.page.close();
      }
    }

    test("the worker hangs: progress after 2 s, and after 8 s the question", () =>
      withGuard(hanging(), async (on) => {
        const since = Date.now();
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.noticed("The file stays on this computer.");
        const { text } = await on.dialog.opened("This file has not been attached");
        expect(Date.now() - since).toBeGreaterThan(7_000);
        expect(text).toContain("could not be checked in time");
        await on.dialog.press("Remove it");
        await on.dialog.closed();
      }));

    test("the worker hangs: the check can be stopped", () =>
      withGuard(hanging(), async (on) => {
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.noticed("The file stays on this computer.");
        await on.dialog.press("Stop and remove it");
        await on.dialog.noticed("Removed.");
      }));

    test("the worker dies", () =>
      withGuard(browserWith("dead", withWorker("throw new Error('dead')")), async (on) => {
        await on.page.setInputFiles("#chosen", letters.pdf);
        const { text } = await on.dialog.opened("This file has not been attached");
        expect(text).toContain("so it may or may not name a patient");
        await on.dialog.press("Remove it");
        await on.dialog.closed();
      }));

    test("the desk does not load", () =>
      withGuard(
        browserWith("without a desk", (folder) => rmSync(join(folder, "desk.html"))),
        async (on) => {
          await on.page.setInputFiles("#chosen", letters.pdf);
          const { text } = await on.dialog.opened("This file has not been attached");
          expect(text).toContain("the check on this computer did not start");
          await on.dialog.press("Remove it");
          await on.dialog.closed();
        },
      ));

    test("what judges and asks can't be brought into the page: nothing leaves, it is told, and asked for again", () =>
      withGuard(
        browserWith("without what settles", (folder) => rmSync(join(folder, "settling.js"))),
        async (on, { profile }) => {
          const failed = "Not attached or sent: the check on this computer stopped. Try it again.";
          // Harmless ones too: nobody has looked at them.
          await on.page.setInputFiles("#chosen", letters.rota);
          await on.dialog.noticed(failed);
          await on.dialog.press("Close");
          await on.page.click("#send");
          await on.dialog.noticed(failed);
          await on.dialog.press("Close");
          expect(await on.got()).toEqual(on.nothing);
          cpSync(join(builtExtension("chrome"), "settling.js"), join(profile, "extension", "settling.js"));
          await on.page.setInputFiles("#chosen", letters.pdf);
          await on.dialog.opened("This letter has not been attached");
          await on.dialog.press("Remove it");
          await on.dialog.closed();
        },
      ));

    test("the background sleeps: it wakes, and the check goes on", () =>
      withGuard(whole(), async (on, chromium) => {
        await chromium.stopWorker();
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.opened("This letter has not been attached");
        await on.dialog.press("Remove it");
        await on.dialog.closed();
      }));

    test("the extension is updated while a file is checked", () =>
      withGuard(hanging(), async (on, chromium) => {
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.noticed("Checking");
        await update(chromium);
        await on.dialog.noticed(updated);
        expect(await on.dialog.seen()).toBeNull();
      }));

    test("the extension is updated while the question is open: no choice lets the file in unrecorded", () =>
      withGuard(browserWith("updated, asking"), async (on, chromium) => {
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.opened();
        await update(chromium);
        await until("the update", async () => on.page.evaluate("true"));
        await on.page.waitForTimeout(1_000);
        await on.sendAnyway();
        await on.dialog.noticed(updated);
      }));

    test("the extension was updated before: files and sending wait for a reload", () =>
      withGuard(browserWith("updated before"), async (on, chromium) => {
        await update(chromium);
        await on.page.waitForTimeout(1_500);
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.noticed(updated);
        await on.page.click("#send");
        await on.page.waitForTimeout(500);
      }));

    test("the page closes while the question is open: removed, and the next page says so", () =>
      withGuard(whole(), async (on) => {
        await on.page.setInputFiles("#chosen", letters.pdf);
        await on.dialog.opened();
        await on.page.reload();
        await on.dialog.noticed("Not attached: the page closed before you chose.");
      }));

    test.each([
      ["empty", "it is empty"],
      ["cut", "so it may or may not name a patient"],
      ["locked", "it is locked with a password"],
      ["huge", "so it may or may not name a patient"],
      ["renamed", "names a patient"],
    ] as const)("a file that is %s is held with its reason", (kind, words) =>
      withGuard(whole(), async (on) => {
        await on.page.setInputFiles("#chosen", letters[kind]);
        const { text } = await on.dialog.opened("", 9_500);
        expect(text).toContain(words);
        await on.dialog.press("Remove it");
        await on.dialog.closed();
      }),
    );
  },
);
