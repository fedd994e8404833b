import type { CDPSession, Page } from "playwright";
import type { Chromium } from "../../support/browser/chromium.ts";
import { chromiumMail } from "../../support/mail/mail-page.ts";
import { roundcube } from "../../support/mail/roundcube-page.ts";
import type { Webmail } from "../../support/mail/webmail.ts";

/** A person at the composer of Roundcube in one of the browsers. */
export interface Composer {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** Milliseconds after the page has loaded in which whatever comes when a composer is seen has come. */
const comesLater = 1_000;

/** Opens the composer, and counts what the page's main thread is given from now on. */
export async function composerIn({ context }: Chromium, webmail: Webmail): Promise<Composer> {
  const page = await context.newPage();
  const person = roundcube(chromiumMail(page), webmail);
  await person.signIn();
  await person.compose("gp@surgery.example", "Report");
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, cdp };
}

/** Milliseconds of processor that the page's main thread has had. */
async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** What the main thread does from the address to a page at rest, with all that comes once the composer is seen. */
async function loadCost({ page, cdp }: Composer, url: string): Promise<number> {
  const before = await taskMs(cdp);
  await page.goto(`${url}?_task=mail&_action=compose&_to=gp%40surgery.example`, { waitUntil: "load" });
  await page.locator("#uploadformInput").waitFor({ state: "attached" });
  await page.waitForTimeout(comesLater);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
  const after = await taskMs(cdp);
  // A new document may begin to count anew.
  return after >= before ? after - before : after;
}

/** What loading costs in each, in turns, so that other work on the machine meets all alike; the first two warm the caches. */
export async function loadsOf(all: readonly Composer[], url: string, times: number): Promise<number[][]> {
  const costs: number[][] = all.map(() => []);
  for (let n = -2; n < times; n += 1)
    for (const [at, one] of all.entries()) {
      const cost = await loadCost(one, url);
      if (n >= 0) costs[at]?.push(cost);
    }
  return costs;
}

const text = "Dear colleague, the rota of next week is on the board as always. ";

/** What each key of a part of the text costs the main thread, with what is drawn after it. */
async function typed({ page, cdp }: Composer, from: number, keys: number): Promise<number[]> {
  // A tab behind another one draws no frame.
  await page.bringToFront();
  await page.locator("textarea[name=_message]").focus();
  const costs: number[] = [];
  for (let n = from; n < from + keys; n += 1) {
    const sign = text[n % text.length] ?? "a";
    const before = await taskMs(cdp);
    await page.keyboard.press(sign === " " ? "Space" : sign);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    costs.push((await taskMs(cdp)) - before);
  }
  return costs;
}

/** What keys cost in each, in turns of twenty. */
export async function keysOf(all: readonly Composer[], turns: number): Promise<number[][]> {
  const costs: number[][] = all.map(() => []);
  for (const { page } of all) await page.locator("textarea[name=_message]").fill("");
  for (let turn = 0; turn < turns; turn += 1)
    for (const [at, one] of all.entries()) costs[at]?.push(...(await typed(one, turn * 20, 20)));
  return costs;
}
