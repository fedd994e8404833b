import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Choice } from "../../../extension/dialog/model.ts";
import { pictureForPeople, picturesOf } from "../../support/browser/dashboard-page.ts";
import {
  drawnLike,
  heard,
  lettersOf,
  oddPages,
  outOfOrder,
  stickingOut,
  unreached,
  unseenEdges,
  unseenFocus,
} from "../../support/browser/drawn-dialog.ts";
import { launchPlainBrowser, type PlainBrowser } from "../../support/browser/plain-browser.ts";
import { closing } from "../../support/closing.ts";
import { galleryScript } from "../../support/mail/guard-gallery.ts";
import { describeWith } from "../../support/need.ts";
import { until } from "../../support/server/loopback.ts";
import { situations } from "../../support/situations.ts";

interface Gallery {
  open(name: string): void;
  notices(): void;
  bars(): void;
  readonly chosen: Choice | undefined;
}
declare const gallery: Gallery;
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const names = Object.keys(situations);
const pictures = picturesOf("dialog");

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
    head = "",
    attributes = "",
  ): Promise<Page> {
    const page = await (await browser.window(options)).newPage();
    if (clock === "stands") await page.clock.install();
    await page.setContent(
      `<!doctype html><html lang="en" dir="${dir}" ${attributes}><title>Mail</title>${head}<body><main><h1>Mail</h1><textarea id="body" aria-label="Message">Hello</textarea></main>`,
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
      for (const opens of [
        "Send anyway",
        "Send both anyway",
        "It isn’t",
        "They aren’t",
        "Use an approved exception",
        "Take out what names",
      ]) {
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

  test("notices and bars pass axe, and at 320 px none of their words is cut off", async () => {
    const page = await galleryPage();
    await page.addScriptTag({ content: axeSource });
    for (const show of ["notices", "bars"] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate((what) => gallery[what](), show);
      expect(await page.evaluate(async () => (await axe.run({})).violations.map(({ id }) => id))).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await stickingOut(page)).toEqual([]);
      await pictureForPeople(page, { path: `${pictures}/${show}-320.png` });
    }
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

  test.each([
    ["200 % of a window of 1440", 720, 450],
    ["200 % of a small laptop", 640, 400],
    ["a page 400 px high", 1280, 400],
    ["a window of 320", 320, 568],
  ])("%s: nothing is cut off, and everything is reached", async (_, width, height) => {
    const page = await galleryPage({ width, height });
    for (const one of ["strong", "several", "from the right", "exception", "take out"]) {
      await page.evaluate((which) => gallery.open(which), one);
      for (const opens of ["", "Send", "It isn", "They aren", "Use an approved", "Take out"]) {
        const row = page.locator(".way:has(.icon)", { hasText: new RegExp(`^${opens}`) });
        if (opens !== "" && (await row.count()) !== 1) continue;
        if (opens !== "") await row.click();
        expect(await stickingOut(page), `${one} ${opens}`).toEqual([]);
        expect(await unreached(page), `${one} ${opens}`).toEqual([]);
        if (opens !== "") await page.getByRole("button", { name: "Back" }).click();
      }
      if (["strong", "several"].includes(one))
        await pictureForPeople(page, { path: `${pictures}/${one}-${width}x${height}.png` });
    }
    await page.context().close();
  });

  describe("on a page from right to left", () => {
    let page: Page;
    beforeAll(async () => {
      page = await galleryPage({}, "rtl");
      return () => page.context().close();
    });

    test("arrows flip, and the words stand on the right", async () => {
      await page.evaluate(() => gallery.open("strong"));
      const icon = inside(page).locator(".way .icon").first();
      expect(await icon.evaluate((one) => getComputedStyle(one).transform)).toBe("matrix(-1, 0, 0, 1, 0, 0)");
      const room = async (selector: string) => {
        const [text, box] = await inside(page)
          .locator(selector)
          .first()
          .evaluate((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return [range.getBoundingClientRect().right, one.getBoundingClientRect().right];
          });
        return Math.round((box ?? 0) - (text ?? 0));
      };
      for (const selector of [".title", ".way b", ".way span"]) expect(await room(selector)).toBeLessThan(3);
      await pictureForPeople(page, { path: `${pictures}/rtl-strong.png` });
    });

    test.each(["strong", "from the right", "unreadable"])(
      "%s: English sentences end on their right, with the names in their place",
      async (name) => {
        await page.evaluate((one) => gallery.open(one), name);
        await pictureForPeople(page, { path: `${pictures}/rtl-${name.replaceAll(" ", "-")}.png` });
        expect(await outOfOrder(page)).toEqual([]);
      },
    );

    test("notices and bars likewise", async () => {
      for (const show of ["notices", "bars"] as const) {
        await page.evaluate((what) => gallery[what](), show);
        expect(await outOfOrder(page)).toEqual([]);
        await pictureForPeople(page, { path: `${pictures}/rtl-${show}.png` });
      }
    });
  });

  test("names from right to left keep their place in a sentence on a page from left to right", async () => {
    const page = await galleryPage();
    await page.evaluate(() => gallery.open("from the right"));
    expect(await outOfOrder(page)).toEqual([]);
    await pictureForPeople(page, { path: `${pictures}/ltr-from-the-right.png` });
    await page.context().close();
  });

  test.each(oddPages)("a page with %s changes nothing of it", async (_, style, attributes) => {
    const page = await galleryPage({}, "ltr", "runs", `<style>${style}</style>`, attributes);
    await page.evaluate(() => gallery.open("strong"));
    expect(await drawnLike(page)).toEqual({
      title: "20px 26px 600 none",
      seen: "15px 22px 400 none",
      mode: "horizontal-tb",
      lines: true,
      centred: true,
      onTop: true,
    });
    await page.evaluate(() => gallery.notices());
    expect(await stickingOut(page)).toEqual([]);
    await page.context().close();
  });

  test("a page that is zoomed by its maker is no way out of the window", async () => {
    const page = await galleryPage({}, "ltr", "runs", "<style>html { zoom: 2 }</style>");
    for (const one of ["strong", "several"]) {
      await page.evaluate((which) => gallery.open(which), one);
      expect(await stickingOut(page), one).toEqual([]);
      expect(await unreached(page), one).toEqual([]);
    }
    await page.context().close();
  });

  test("forced colours: borders, the focus and what is chosen are seen without the clinic’s colours", async () => {
    const page = await galleryPage();
    await page.emulateMedia({ forcedColors: "active" });
    for (const name of ["strong", "several", "take out"]) {
      await page.evaluate((one) => gallery.open(one), name);
      const box = inside(page).locator(".dialog");
      expect(await box.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe("2px");
      expect(await unseenFocus(page), name).toEqual([]);
      expect(await unseenEdges(page), name).toEqual([]);
      await pictureForPeople(page, { path: `${pictures}/forced-${name.replaceAll(" ", "-")}.png` });
    }
    await page.evaluate(() => gallery.open("strong"));
    await page.getByRole("button", { name: "Send anyway" }).click();
    await page.getByLabel("The patient asked").check();
    await page.getByRole("button", { name: "Attach it with this reason" }).click();
    await page.getByText("Say why in one sentence.").waitFor();
    const looks = await inside(page)
      .locator("input[type=radio]")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopWidth));
    expect(new Set(looks).size, "a chosen radio looks like no other").toBe(2);
    const wrong = await page
      .getByLabel("In one sentence")
      .evaluate((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopStyle]);
    expect(wrong).toEqual(["2px", "solid"]);
    expect(await unseenFocus(page)).toEqual([]);
    await pictureForPeople(page, { path: `${pictures}/forced-anyway.png` });
    for (const show of ["notices", "bars"] as const) {
      await page.evaluate((what) => gallery[what](), show);
      expect(await unseenFocus(page), show).toEqual([]);
      expect(await unseenEdges(page), show).toEqual([]);
      await pictureForPeople(page, { path: `${pictures}/forced-${show}.png` });
    }
    await page.context().close();
  });

  describe("to a screen reader", () => {
    let page: Page;
    beforeAll(async () => {
      page = await galleryPage();
      return () => page.context().close();
    });

    test.each(names)("%s: it says what is shown, in that order", async (name) => {
      await page.evaluate((one) => gallery.open(one), name);
      const tree = await heard(page);
      const shown = await inside(page).evaluate((dialog) => (dialog as HTMLElement).innerText);
      expect(lettersOf(tree.filter(({ role }) => role === "StaticText").map(({ name }) => name))).toBe(
        lettersOf([shown]),
      );
      const [dialog] = tree.filter(({ role }) => role === "alertdialog");
      expect(dialog).toMatchObject({
        name: await inside(page).locator("#title").innerText(),
        description: await inside(page).locator("#seen").innerText(),
        modal: true,
      });
      const pressed = await inside(page).locator("button").allInnerTexts();
      const buttons = tree.filter(({ role }) => role === "button").map((one) => one.name);
      expect(buttons.map((one) => lettersOf([one]))).toEqual(pressed.map((one) => lettersOf([one])));
    });

    test("errors belong to their fields, and are said as they come", async () => {
      await page.evaluate(() => gallery.open("strong"));
      await page.getByRole("button", { name: "Send anyway" }).click();
      await page.getByRole("button", { name: "Attach it with this reason" }).click();
      await page.getByText("Choose a reason.").waitFor();
      const group = (await heard(page)).find(({ role }) => role === "radiogroup");
      expect(group).toMatchObject({
        name: "Send anyway because…",
        description: "Choose a reason.",
        invalid: "true",
      });
      await page.getByLabel("The patient asked").check();
      await page.getByRole("button", { name: "Attach it with this reason" }).click();
      await page.getByText("Say why in one sentence.").waitFor();
      const tree = await heard(page);
      expect(tree.find(({ role }) => role === "radiogroup")).toMatchObject({ description: "", invalid: "" });
      const field = tree.find(({ role }) => role === "textbox");
      expect(field).toMatchObject({
        name: "In one sentence",
        description:
          "No name, number or detail of the patient. This sentence is kept by the clinic. Say why in one sentence.",
        invalid: "true",
      });
      expect(tree.find(({ role }) => role === "alert")).toMatchObject({ live: "assertive" });
    });

    test("notices and bars speak from regions that were there before, and name their buttons", async () => {
      await page.evaluate(() => gallery.notices());
      const tree = await heard(page, ".notices");
      expect(tree[0]).toMatchObject({ role: "status", live: "polite" });
      const buttons = tree.filter(({ role }) => role === "button").map(({ name }) => name);
      expect(buttons).toContain("Close");
      expect(buttons.every((one) => one !== "")).toBe(true);
      expect(tree.find(({ role }) => role === "textbox")).toMatchObject({
        name: "Who received it?",
        description: expect.stringContaining("Kept with the incident"),
      });
      await page.evaluate(() => gallery.bars());
      const bars = await heard(page, ".standing");
      expect(bars.filter(({ role }) => role === "region").map(({ name }) => name)).toEqual([
        "Chaperone: this page is not watched",
      ]);
      expect(bars.some(({ role, live }) => role === "status" && live === "polite")).toBe(true);
    });
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
      await page.evaluate(`window.heard = [];
        const types = ["keydown", "keypress", "keyup", "beforeinput", "input", "change", "paste", "copy", "cut"];
        for (const at of [window, document, document.documentElement, document.body])
          for (const type of types) at.addEventListener(type, (event) => heard.push(type + " " + event.key), true)`);
      await open("strong");
      await listening(page);
      await page.getByRole("button", { name: "Send anyway" }).press("Enter");
      const field = page.getByLabel("In one sentence");
      // "e" archives and "#" deletes in Gmail, "?" shows its keys.
      await field.pressSequentially("e#?");
      for (const key of ["Control+a", "Control+c", "Control+x", "Control+v"]) await page.keyboard.press(key);
      expect(await field.inputValue()).toBe("e#?");
      expect(await page.evaluate("heard")).toEqual([]);
      await page.evaluate(`document.querySelectorAll("html > div").forEach((host) => host.remove())`);
      await until("the dialog to come back", () => inside(page).isVisible());
    });

    test("the focus goes to what is nearest where the page took away what had it", async () => {
      await page.evaluate(`document.querySelector("main").insertAdjacentHTML("beforeend",
        "<section><p id=tools><button id=attach>Attach</button></p><input id=subject aria-label=Subject></section>")`);
      await page.focus("#attach");
      await open("strong");
      await page.evaluate(`document.querySelector("#tools").remove()`);
      await listening(page);
      await page.keyboard.press("Escape");
      await until("a choice", () => chosen(page));
      expect(await focused(page)).toBe("subject");
    });

    test("and into a part of the page with a shadow root of its own", async () => {
      await page.evaluate(`const part = document.createElement("x-editor");
        part.attachShadow({ mode: "open" }).innerHTML = "<textarea aria-label=Message>Inner</textarea>";
        document.querySelector("main").append(part);
        part.shadowRoot.firstChild.focus()`);
      await open("strong");
      await listening(page);
      await page.keyboard.press("Enter");
      await until("a choice", () => chosen(page));
      expect(await focused(page)).toBe("Inner");
    });

    test("a page that takes the focus, or opens a dialog of its own above, does not get the keyboard", async () => {
      await open("strong");
      await listening(page);
      await page.evaluate(`document.querySelector("#body").focus()`);
      expect(await focused(page)).toBe("Remove it");
      await page.keyboard.press("Tab");
      await page.evaluate(`document.body.insertAdjacentHTML("beforeend", "<dialog><button id=theirs>OK</button></dialog>");
        document.querySelector("body > dialog").showModal()`);
      await page.clock.runFor(50);
      expect(await focused(page)).toMatch(/^Send it through/);
      await page.keyboard.press("Escape");
      expect(await until("a choice", () => chosen(page))).toEqual({ act: "remove" });
    });

    test("the panels of an exception and of what is taken out begin at their beginning, and Back leads back", async () => {
      for (const [name, row, starts] of [
        ["take out", "Take out what names the patient", "h3"],
        ["exception", "Use an approved exception", "input[type=radio]"],
      ] as const) {
        await open(name);
        await listening(page);
        await page.getByRole("button", { name: row }).press("Enter");
        await page.getByRole("button", { name: "Back" }).waitFor();
        const at = await inside(page).evaluate(
          (dialog, selector) => (dialog.getRootNode() as ShadowRoot).activeElement?.matches(selector),
          starts,
        );
        expect(at, name).toBe(true);
        await page.keyboard.press("Escape");
        expect(await focused(page), name).toMatch(new RegExp(`^${row}`));
      }
    });
  });
});
