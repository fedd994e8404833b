import { browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/named-site";
import { isLoopback, patternOf } from "#domain/sites/host-pattern";

/**
 * Whether an address with this host (port included, as addresses have it: without https's own) is meant. Never a
 * substring: `.suffix` or exact. Where a pattern takes no port this alone tells the page that is meant from another.
 */
export function isNamedBy(site: string, host: string): boolean {
  const named = isLoopback(site) ? site : site.replace(/:443$/, "");
  return named.startsWith(".") ? host.endsWith(named) && host.length > named.length : named === host;
}

/** The site of the policy that a page's host belongs to; an exact name wins over a suffix. */
export function siteOf(sites: readonly NamedSite[], host: string): NamedSite | undefined {
  return (
    sites.find((site) => !site.host.startsWith(".") && isNamedBy(site.host, host)) ??
    sites.find((site) => isNamedBy(site.host, host))
  );
}

/** Firefox alone tells its own name, and takes no port in a pattern. */
const takesPorts = (): boolean => !("getBrowserInfo" in browser.runtime);

/** The match pattern of a host, as this browser takes it. */
export const patternHere = (host: string): string => patternOf(host, takesPorts());

export function isAllowed(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternHere(host)] });
}
