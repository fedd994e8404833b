import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Choice } from "../../../extension/dialog/model.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { galleryScript } from "../../support/mail/guard-gallery.ts";
import { describeWith } from "../../support/need.ts";
import { until } from "../../support/server/loopback.ts";
import { situations } from "../../support/situations.ts";

interface Gallery {
  open(name: string): void;
  notices(): void;
  readonly chosen: Choice | undefined;
}
declare const gallery: Gallery;
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const names = Object.keys(situations);

/** What the component is in the shadow root that this test leaves open; what is shipped is closed. */
const inside = (page: Page) => page.locator("dialog[open]");
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.shadowRoot?.activeElement?.textContent ?? document.activeElement?.id ?? "",
  );
const chosen = (page: Page) => page.evaluate(() => gallery.chosen);
/** The dialog is deaf for 400 ms after it opens, on the page's clock, which stands still where keys are tried. */
const listening = (page: Page) => page.clock.runFor(400);

describeWith(["chromium"])("the guard's dialog", () => {
  const things = closing();
  let browser: PlainBrowser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = [things.open(await launchPlainBrowser()), await galleryScript()];
  });

  async function galleryPage(
    options: Parameters<PlainBrowser["window"]>[0] = {},
    dir = "ltr",
    clock: "runs" | "stands" = "runs",
  ): Promise<Page> {
    const page = await (await browser.window(options)).newPage();
    if (clock === "stands") await page.clock.install();
    await page.setContent(
      `<!doctype html><html lang="en" dir="${dir}"><title>Mail</title><body><main><h1>Mail</h1><textarea id="body" aria-label="Message">Hello</textarea></main>`,
    );
    await page.addScriptTag({ content: script });
    if (clock === "stands") await page.clock.pauseAt(Date.now() + 1_000);
    return page;
  }

  describe.each([
    ["light", { dark: false }],
    ["dark", { dark: true }],
    ["390 px wide", { width: 390, height: 844 }],
  ])("%s", (_, options) => {
    let page: Page;
    beforeAll(async () => {
      page = await galleryPage(options);
      await page.addScriptTag({ content: axeSource });
      return () => page.context().close();
    });

    test.each(names)("%s: axe finds nothing and nothing is cut off", async (name) => {
      await page.evaluate((one) => gallery.open(one), name);
      const run = () =>
        page.evaluate(async () =>
          (await axe.run({ resultTypes: ["violations"] })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
          ),
        );
      expect(await run()).toEqual([]);
      for (const opens of ["Send anyway", "Send both anyway", "It isn’t", "They aren’t"]) {
        const row = page.locator(".way:has(.icon)", { hasText: opens });
        if ((await row.count()) !== 1) continue;
        await row.click();
        expect(await run(), opens).toEqual([]);
        await page.getByRole("button", { name: "Back" }).click();
      }
      const wider = await inside(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      expect(wider).toBeLessThanOrEqual(0);
    });
  });

  test("notices pass axe", async () => {
    const page = await galleryPage();
    await page.addScriptTag({ content: axeSource });
    await page.evaluate(() => gallery.notices());
    expect(await page.evaluate(async () => (await axe.run({})).violations.map(({ id }) => id))).toEqual([]);
    await page.context().close();
  });

  test("at 200 % zoom the first button shows without scrolling", async () => {
    const page = await galleryPage({ width: 640, height: 400 });
    for (const name of names.filter((one) => one !== "several")) {
      await page.evaluate((one) => gallery.open(one), name);
      const box = await inside(page).locator(".button.primary").boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0), name).toBeLessThanOrEqual(400);
    }
    await page.context().close();
  });

  test("right to left: arrows flip and the words stand on the right", async () => {
    const page = await galleryPage({}, "rtl");
    await page.evaluate(() => gallery.open("strong"));
    const icon = inside(page).locator(".way .icon").first();
    expect(await icon.evaluate((one) => getComputedStyle(one).transform)).toBe("matrix(-1, 0, 0, 1, 0, 0)");
    await page.context().close();
  });

  test("forced colours: the dialog keeps a border of 2 px", async () => {
    const page = await galleryPage();
    await page.emulateMedia({ forcedColors: "active" });
    await page.evaluate(() => gallery.open("strong"));
    const box = inside(page).locator(".dialog");
    expect(await box.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe("2px");
    await page.context().close();
  });

  describe("by keyboard", () => {
    let page: Page;
    beforeEach(async () => {
      page = await galleryPage({}, "ltr", "stands");
      await page.focus("#body");
      return () => page.context().close();
    });
    const open = (name: string) => page.evaluate((one) => gallery.open(one), name);

    test("the focus begins at the safe button, goes round, and comes back to the message", async () => {
      await open("strong");
      const seen = [await focused(page)];
      for (let i = 0; i < 5; i++) {
        await page.keyboard.press("Tab");
        seen.push(await focused(page));
      }
      expect(seen.map((text) => text.slice(0, 12))).toEqual([
        "Remove it",
        "Send it thro",
        "It isn’t a p",
        "Send anyway ",
        "What is reco",
        expect.stringMatching(/^(?:Remove it|)$/),
      ]);
      await listening(page);
      await page.keyboard.press("Escape");
      expect(await until("a choice", () => chosen(page))).toEqual({ act: "remove" });
      expect(await focused(page)).toBe("body");
    });

    test("what is typed as it opens does nothing", async () => {
      await open("strong");
      for (const key of ["Enter", "Space", "Escape"]) await page.keyboard.press(key);
      expect(await chosen(page)).toBeUndefined();
      await listening(page);
      await page.keyboard.press("Enter");
      expect(await until("a choice", () => chosen(page))).toEqual({ act: "remove" });
    });

    test("a key that was down before it opened does nothing until it is up", async () => {
      await page.keyboard.down("Enter");
      await open("strong");
      await listening(page);
      await page.keyboard.down("Enter");
      expect(await chosen(page)).toBeUndefined();
      await page.keyboard.up("Enter");
      await page.keyboard.press("Enter");
      expect(await until("a choice", () => chosen(page))).toEqual({ act: "remove" });
    });

    test("Esc in an opened row goes back to the row", async () => {
      await open("strong");
      await listening(page);
      await page.getByRole("button", { name: "Send anyway" }).press("Enter");
      await page.keyboard.press("Escape");
      expect(await chosen(page)).toBeUndefined();
      expect(await focused(page)).toMatch(/^Send anyway/);
    });

    test("the reason and the sentence are asked for, one error at a time, and a name is refused", async () => {
      await open("strong");
      await listening(page);
      await page.getByRole("button", { name: "Send anyway" }).press("Enter");
      const submit = page.getByRole("button", { name: "Attach it with this reason" });
      expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
      await submit.click();
      await page.getByText("Choose a reason.").waitFor();
      await page.getByLabel("The patient asked for it by e-mail").check();
      await submit.click();
      await page.getByText("Say why in one sentence.").waitFor();
      await page.getByLabel("In one sentence").fill("Mrs Ellery has asked for it twice.");
      await submit.click();
      await page.getByText("Leave out “Mrs Ellery”. Say “the patient”.").waitFor();
      await page.getByLabel("In one sentence").fill("The patient has asked for it twice.");
      await page.keyboard.press("Enter");
      expect(await until("a choice", () => chosen(page))).toEqual({
        act: "anyway",
        reason: "patient-asked",
        sentence: "The patient has asked for it twice.",
      });
    });

    test("the page's own shortcuts hear nothing, and its listeners can't close the dialog", async () => {
      await page.evaluate(`window.heard = []; addEventListener("keydown", (event) => heard.push(event.key))`);
      await open("strong");
      await listening(page);
      await page.getByRole("button", { name: "Send anyway" }).press("Enter");
      await page.getByLabel("In one sentence").pressSequentially("abc");
      expect(await page.evaluate("heard")).toEqual([]);
      await page.evaluate(`document.querySelectorAll("html > div").forEach((host) => host.remove())`);
      await until("the dialog to come back", () => inside(page).isVisible());
    });
  });
});
