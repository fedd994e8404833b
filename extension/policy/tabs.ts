import { type Browser, browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/named-site";
import { inTime } from "../in-time.ts";
import { type personChanged, policyChanged, stillHere } from "../told-to-tabs.ts";
import { isAllowed, isNamedBy, patternHere } from "./host-permissions.ts";
import { watchedSites } from "./watched-sites.ts";

/** Tabs that show a watched site. Their addresses are known by the site's own permission alone. */
export async function watchedTabs(
  named: readonly NamedSite[],
  kind?: "mail" | "clinical",
): Promise<number[]> {
  const hosts: string[] = [];
  for (const site of watchedSites(named)) {
    if ((kind === undefined || site.kind === kind) && (await isAllowed(site.host))) hosts.push(site.host);
  }
  return (await tabsOn(hosts)).flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Tabs that show one of these hosts, which this browser may look at; of a host with a port that port alone. */
export async function tabsOn(hosts: readonly string[]): Promise<Browser.tabs.Tab[]> {
  if (hosts.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...new Set(hosts.map(patternHere))] });
  return tabs.filter(({ url }) => {
    const host = url !== undefined && URL.canParse(url) ? new URL(url).host : "";
    return hosts.some((named) => isNamedBy(named, host));
  });
}

/**
 * Milliseconds for which anything waits for a tab. One that shows a message of its page, goes on loading or hangs answers no
 * sooner than that ends: what is asked of it stands, and nothing else may stand still meanwhile.
 */
const tabWithin = 1_000;

/** Waits for what a tab was asked, so long and no longer; a tab that is gone does not mind. */
export const waitedFor = (asked: Promise<unknown>): Promise<unknown> =>
  inTime(asked, tabWithin).catch(() => undefined);

/** Has every content script look again; a tab without one, or one that hangs, does not mind. */
export async function tellTabs(
  name: typeof policyChanged | typeof personChanged = policyChanged,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? undefined : waitedFor(browser.tabs.sendMessage(id, { name })))),
  );
}

/** Whether a content script of ours lives in this frame, as far as can be known: one whose page hangs does. */
export async function isAlive(tab: number, frameId: number): Promise<boolean> {
  try {
    await inTime(browser.tabs.sendMessage(tab, { name: stillHere }, { frameId }), tabWithin);
    return true;
  } catch (why) {
    return why instanceof DOMException && why.name === "TimeoutError";
  }
}
