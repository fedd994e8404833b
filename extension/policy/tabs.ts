import { browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/policy-answer";
import { policyChanged, stillHere } from "../told-to-tabs.ts";
import { isAllowed, patternHere } from "./host-permissions.ts";
import { watchedSites } from "./watched-sites.ts";

/** Tabs that show a watched site. Their addresses are known by the site's own permission alone. */
export async function watchedTabs(
  named: readonly NamedSite[],
  kind?: "mail" | "clinical",
): Promise<number[]> {
  const patterns: string[] = [];
  for (const site of watchedSites(named)) {
    if ((kind === undefined || site.kind === kind) && (await isAllowed(site.host))) {
      patterns.push(patternHere(site.host));
    }
  }
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: patterns });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Has every content script look again; a tab without one does not mind. */
export async function tellTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.tabs.sendMessage(id, { name: policyChanged }).catch(() => undefined),
    ),
  );
}

/** Whether a content script of ours lives in this frame. */
export async function isAlive(tab: number, frameId: number): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, { name: stillHere }, { frameId });
    return true;
  } catch {
    return false;
  }
}
