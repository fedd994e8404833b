import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright";
import { exampleUsers } from "../server/ledger-client.ts";
import type { TestServer } from "../server/server.ts";
import { signInToDashboard } from "../server/sign-in.ts";
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

/** Rules of axe that a page breaks, with the element. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return await page.evaluate(async () => {
    type Result = { id: string; nodes: { target: string[] }[] };
    const axe = (window as unknown as { axe: { run(): Promise<{ violations: Result[] }> } }).axe;
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  });
}

/** How many pixels a page is wider than its window; 0 is right. */
export const widerThanWindow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

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
  await signInToDashboard(page, server.url, user);
  return { context, page, troubles };
}
