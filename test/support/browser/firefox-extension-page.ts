import type { Page } from "puppeteer-core";
import { until } from "../server/loopback.ts";
import { callFunction, connectionOf, contextOf } from "./bidi.ts";

/**
 * One of the extension's own pages in Firefox. BiDi tells Puppeteer nothing of what happens there, so its
 * `goto` and `evaluate` wait for ever; the same calls sent straight to the context work.
 */
export interface ExtensionPage {
  /** Runs a function that stands alone in the page; argument and value travel as JSON. */
  evaluate<T, A = null>(look: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** All visible words, white space collapsed. */
  text(): Promise<string>;
  /** Types into the field of this label, after emptying it. */
  fill(label: string, text: string): Promise<void>;
  /** Presses the button, link or label of this name, or of one that begins so. */
  press(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The middle of a control, by its words; null while it is not there. */
function placeOf(name: string): { x: number; y: number } | null {
  const words = (one: HTMLElement) =>
    (one.getAttribute("aria-label") ?? one.innerText).replace(/\s+/g, " ").trim();
  const all = [...document.querySelectorAll<HTMLElement>("button, a[href], label, summary")];
  const found = all.find((one) => words(one) === name) ?? all.find((one) => words(one).startsWith(name));
  const control = found instanceof HTMLLabelElement ? (found.control ?? found) : found;
  if (!control) return null;
  control.scrollIntoView({ block: "center" });
  const box = control.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function selectFocused(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
  return true;
}

/** Goes to an address of the extension on this tab. */
export async function openOn(page: Page, url: string): Promise<ExtensionPage> {
  const context = contextOf(page.mainFrame());
  async function evaluate<T, A = null>(look: (argument: A) => T | Promise<T>, argument?: A): Promise<T> {
    const source = `async (argument) => JSON.stringify((await (${String(look)})(JSON.parse(argument))) ?? null)`;
    const value = JSON.stringify(argument ?? null);
    const got = await callFunction(page, context, source, [{ type: "string", value }]);
    return JSON.parse(got.value as string);
  }
  await connectionOf(page).send("browsingContext.navigate", { context, url, wait: "none" });
  await until(`${url} to load`, () =>
    evaluate((wanted) => document.URL.startsWith(wanted) && document.readyState === "complete", url),
  );
  const press = async (name: string) => {
    const { x, y } = await until(`"${name}" to press`, () => evaluate(placeOf, name));
    await page.mouse.click(x, y);
  };
  return {
    evaluate,
    press,
    text: () => evaluate(() => document.body.innerText.replace(/\s+/g, " ").trim()),
    async fill(label, text) {
      await press(label);
      await evaluate(selectFocused);
      await page.keyboard.type(text);
    },
    close: () => page.close(),
  };
}
