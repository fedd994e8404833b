import { browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/named-site";
import { running as guardRunning, late } from "../guard/late.ts";
import { running as recordsRunning } from "../records/running.ts";
import { waitedFor, watchedTabs } from "./tabs.ts";

const records = "/content-scripts/records.js" as const;
const guard = ["/content-scripts/guard-main.js", "/content-scripts/guard.js"] as const;

/**
 * Brings the scripts into tabs that were open before they were registered, and into those whose scripts an update has
 * orphaned. Records are watched from then on. The guard holds files and asks for a reload: what the page had prepared
 * before, it may not hear of. A tab that does not answer in time gets them once it does.
 */
export async function watchOpenTabs(named: readonly NamedSite[]): Promise<void> {
  const [clinical, mail] = [await watchedTabs(named, "clinical"), await watchedTabs(named, "mail")];
  await Promise.all([
    ...clinical.map((tab) => waitedFor(watchRecords(tab))),
    ...mail.map((tab) => waitedFor(guardPage(tab))),
  ]);
}

async function watchRecords(tabId: number): Promise<void> {
  const frameIds = await framesWithout(tabId, recordsRunning);
  if (frameIds.length > 0) await into({ tabId, frameIds }, records, "ISOLATED");
}

async function guardPage(tabId: number): Promise<void> {
  const frameIds = await framesWithout(tabId, guardRunning);
  if (frameIds.length === 0) return;
  await into({ tabId, frameIds }, guard[0], "MAIN");
  await into({ tabId, frameIds }, guard[1], "ISOLATED");
}

/** Frames in which no script of this version runs. A second copy would end the first (wxt) or watch twice. */
async function framesWithout(tabId: number, running: string): Promise<number[]> {
  const looked = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: isMissing, args: [running, late] })
    .catch(() => []);
  return looked.filter(({ result }) => result === true).map(({ frameId }) => frameId);
}

/** Runs in the page's frame, in our own world there: it stands alone. */
function isMissing(running: string, late: string): boolean {
  const world = globalThis as unknown as Record<string, unknown>;
  if (world[running] === true) return false;
  world[late] = true;
  return true;
}

async function into(
  target: { readonly tabId: number; readonly frameIds: number[] },
  file: typeof records | (typeof guard)[number],
  world: "MAIN" | "ISOLATED",
): Promise<void> {
  // A tab that was closed or went elsewhere meanwhile needs no script.
  await browser.scripting.executeScript({ target, files: [file], world }).catch(() => undefined);
}
