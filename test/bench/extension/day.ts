import type { CDPSession, Page } from "playwright";
import { guardPage } from "../../support/mail/guard-page.ts";
import { until } from "../../support/server/loopback.ts";

/** What somebody at a front desk does in an hour on a page that stays open. */
export const anHour = { messages: 30, composers: 6, heldFiles: 3, sent: 5, keys: 600 } as const;

/** What a page holds, once it was tidied up. */
export interface Held {
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function heldIn(cdp: CDPSession): Promise<Held> {
  // Twice: what the first tells the page to let go is let go by the second.
  for (let n = 0; n < 2; n += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    heapKb: Math.round(of("JSHeapUsedSize") / 1000),
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
  };
}

/** One hour of work, by its number of gestures. `guarded`: files are held and asked about. */
async function work(page: Page, hour: number, file: string, guarded: boolean): Promise<void> {
  const { dialog } = guardPage(page);
  for (let n = 0; n < anHour.messages; n += 1) await page.evaluate(`read(${hour * 1000 + n})`);
  for (let n = 0; n < anHour.composers; n += 1) {
    await page.evaluate(`compose(${hour * 1000 + n})`);
    await page
      .locator("#body")
      .pressSequentially("The rota of next week is on the board as always. ".repeat(2));
    if (n < anHour.heldFiles) {
      await page.setInputFiles("#file", file);
      if (guarded) {
        await dialog.opened();
        await dialog.press("Remove it");
        await dialog.closed();
      }
    }
    // The last one is thrown away.
    if (n >= anHour.sent) continue;
    const before = await page.evaluate("sent");
    await page.click("#send");
    await until("the message to go", async () => (await page.evaluate("sent")) !== before, 30_000);
  }
  await page.evaluate(`read(${hour * 1000 + 999})`);
  if (guarded) await until("our words to go", async () => !(await dialog.notice()), 30_000);
}

/**
 * What the page holds before the day, and after each hour.
 *
 * @param url - `day.html`.
 */
export async function dayOf(page: Page, url: string, file: string, guarded: boolean): Promise<Held[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await page.goto(url);
  // What is made once and kept is made before the day: the desk, the dialog's script, the engine's own caches.
  await work(page, 0, file, guarded);
  const held = [await heldIn(cdp)];
  for (let hour = 1; hour <= 8; hour += 1) {
    await work(page, hour, file, guarded);
    held.push(await heldIn(cdp));
  }
  return held;
}
