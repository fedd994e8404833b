import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page, PageScreenshotOptions } from "playwright";
import { exampleUsers } from "../server/ledger-client.ts";
import type { TestServer } from "../server/server.ts";
import { openSignedIn } from "../server/sign-in.ts";
import type { PlainBrowser } from "./plain-browser.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where pictures of the pages go; a folder of its own, so that suites don't overwrite each other's. */
export const picturesOf = (suite: string): string => {
  const folder = `test-results/${suite}`;
  mkdirSync(folder, { recursive: true });
  return folder;
};

/**
 * What went wrong on a page since it was opened: console errors, thrown errors, refusals of the content policy and
 * answers of 400 and above that nobody expected.
 *
 * @param expected - Answers that belong to the test, by status and the end of the path: `401 /sign-in`.
 */
export function troublesOf(page: Page, expected: readonly string[] = []): string[] {
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // Chromium says each failed request once more on its console; the answer itself is judged below.
    const ofRequest = message.text().startsWith("Failed to load resource");
    if (["error", "warning"].includes(message.type()) && !ofRequest)
      troubles.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    const said = `${response.status()} ${new URL(response.url()).pathname}`;
    if (
      !expected.some(
        (one) => said.startsWith(one.split(" ")[0] ?? "") && said.endsWith(one.split(" ")[1] ?? ""),
      )
    ) {
      troubles.push(said);
    }
  });
  return troubles;
}

/**
 * Takes a picture of a page for people to look at, where `CHAPERONE_PICTURES=1` asks for it: no test looks at it, and to
 * draw and pack a whole page takes the processor its time.
 */
export async function pictureForPeople(page: Page, options: PageScreenshotOptions): Promise<void> {
  if (process.env.CHAPERONE_PICTURES) await page.screenshot(options);
}

/** The rules of axe that ask for colours: they are all that a theme changes where the style sheet sets colours alone by it. */
export const rulesOfColour = ["color-contrast", "link-in-text-block"];

/**
 * Rules of axe that a page breaks, with the element.
 *
 * @param rules - These alone; axe's own choice unless told.
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return await page.evaluate(async (only) => {
    type Result = { id: string; nodes: { target: string[] }[] };
    type Axe = { run(options: object): Promise<{ violations: Result[] }> };
    const { axe } = window as unknown as { axe: Axe };
    // Of what keeps a rule it needs no list of elements with their selectors.
    const { violations } = await axe.run({ resultTypes: ["violations"], ...(only && { runOnly: only }) });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  }, rules);
}

/** How many pixels a page is wider than its window; 0 is right. */
export const widerThanWindow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/**
 * What does not fit into the window: a page that scrolls sideways, what sticks out of it, and words that are cut off where
 * nothing tells the rest.
 */
export const faultsOfFit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wider = document.documentElement.scrollWidth - width;
    const named = (one: Element) =>
      `<${one.tagName.toLowerCase()}> “${(one.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60)}”`;
    const scrolls = (one: Element | null): boolean =>
      one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const found = wider > 0 ? [`${wider} px wider than the window`] : [];
    for (const one of document.querySelectorAll<HTMLElement>("body *")) {
      const box = one.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !one.checkVisibility()) continue;
      const look = getComputedStyle(one);
      const ownText = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (ownText && box.right > width + 1 && !scrolls(one)) found.push(`sticks out: ${named(one)}`);
      const cut =
        one.scrollWidth > one.clientWidth + 1 &&
        /hidden|clip/.test(look.overflowX) &&
        look.clipPath === "none";
      if (cut && !/^(?:SELECT|INPUT|TEXTAREA)$/.test(one.tagName) && one.closest("[title]") === null)
        found.push(`cut: ${named(one)}`);
    }
    return found;
  });

/** Goes to a page of the dashboard and waits until it stands as it will be looked at: with its rows and its fonts. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).and(page.locator("#page-title")).waitFor();
  await page.locator("#waiting").waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
}

/** A window in which the example clinic's first person of a role is signed in. */
export async function signedInWindow(
  browser: PlainBrowser,
  server: TestServer,
  role: string,
  options: Parameters<PlainBrowser["window"]>[0] = {},
): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
  const user = exampleUsers(server).find((one) => one.role === role);
  if (!user) throw new Error(`the example clinic has no ${role}`);
  const context = await browser.window(options);
  const page = await context.newPage();
  const troubles = troublesOf(page);
  await openSignedIn(page, server.url, user);
  return { context, page, troubles };
}
