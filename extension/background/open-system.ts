import { browser } from "wxt/browser";
import { patternOf } from "#domain/sites/host-pattern";
import { clinicalAdapters } from "../clinical/clinical.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import { isAllowed } from "../policy/host-permissions.ts";
import { tabsOn } from "../policy/tabs.ts";
import { watchedSites } from "../policy/watched-sites.ts";

/**
 * Shows the clinical system that the clinic approved: a tab that is open on it, else a new one where the policy names
 * its exact host.
 *
 * @returns `opened` is false where its address is not known in this browser.
 */
export async function openSystem(): Promise<{ readonly opened: boolean }> {
  const policy = await currentPolicy();
  if (!policy) return { opened: false };
  const approved = policy.clinic.approvedSystem.toLowerCase();
  const ids = clinicalAdapters()
    .filter(({ name }) => name.toLowerCase() === approved)
    .map(({ id }) => id);
  for (const { host } of watchedSites(policy.sites).filter(({ adapter }) => ids.includes(adapter))) {
    const [tab] = (await isAllowed(host)) ? await tabsOn([host]) : [];
    if (tab?.id !== undefined) {
      await browser.tabs.update(tab.id, { active: true });
      return { opened: true };
    }
    if (!host.startsWith(".")) {
      await browser.tabs.create({ url: patternOf(host, true).replace("*", "") });
      return { opened: true };
    }
  }
  return { opened: false };
}
