import type { CDPSession, Page } from "playwright";
import { until } from "../../support/server/loopback.ts";
import { worldOf } from "./first-state.ts";

/** What somebody at a front desk does in an hour on a page that stays open. */
export const anHour = { messages: 30, composers: 6, heldFiles: 3, sent: 5, keys: 300 } as const;

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

/** Runs in the guard's world, by value alone: a held element would keep its whole dialog. What is open, and whether it is. */
const drawn = (selector: string): string =>
  `globalThis[Symbol.for("chaperone stage")]().root.querySelector(${JSON.stringify(selector)})`;

/** The guard in the page, and how its question is answered there. */
async function guardIn(cdp: CDPSession) {
  const contextId = await worldOf(cdp);
  const ask = async (expression: string): Promise<unknown> =>
    (await cdp.send("Runtime.evaluate", { contextId, expression, returnByValue: true })).result.value;
  return {
    async remove(): Promise<void> {
      await until("the question", async () => (await ask(`!!${drawn("dialog[open]")}`)) === true, 30_000);
      await ask(`${drawn("dialog[open] .button.primary")}.click()`);
    },
    atRest: () =>
      until("our words to go", async () => (await ask(`!${drawn(".notice, dialog")}`)) === true, 30_000),
  };
}
type Guarded = Awaited<ReturnType<typeof guardIn>>;

/** One hour of work, by its number of gestures. Where a guard stands files are held, asked about and removed. */
async function work(page: Page, hour: number, file: string, guard: Guarded | undefined): Promise<void> {
  for (let n = 0; n < anHour.messages; n += 1) await page.evaluate(`read(${hour * 1000 + n})`);
  for (let n = 0; n < anHour.composers; n += 1) {
    await page.evaluate(`compose(${hour * 1000 + n})`);
    await page.locator("#body").pressSequentially("The rota of next week is on the board as always. ");
    if (n < anHour.heldFiles) {
      await page.setInputFiles("#file", file);
      await guard?.remove();
    }
    // The last one is thrown away.
    if (n >= anHour.sent) continue;
    const before = await page.evaluate("sent");
    await page.click("#send");
    await until("the message to go", async () => (await page.evaluate("sent")) !== before, 30_000);
  }
  await page.evaluate(`read(${hour * 1000 + 999})`);
  await guard?.atRest();
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
  const guard = guarded ? await guardIn(cdp) : undefined;
  // What is made once and kept is made before the day: the desk, the dialog's script, the engine's own caches.
  await work(page, 0, file, guard);
  const held = [await heldIn(cdp)];
  for (let hour = 1; hour <= 8; hour += 1) {
    await work(page, hour, file, guard);
    held.push(await heldIn(cdp));
  }
  return held;
}
