import { type Browser, browser } from "wxt/browser";
import type { NamedSite } from "#domain/clinic/named-site";
import { isAllowed, patternHere } from "./host-permissions.ts";
import { type WatchedSite, watchedSites } from "./watched-sites.ts";

type Script = Browser.scripting.RegisteredContentScript & { readonly js: string[] };

/** Scripts by what they watch. The guard stands in the page's own world and in ours (SITES.md 0.1). */
const scripts: Record<
  WatchedSite["kind"],
  readonly (Pick<Script, "id" | "world"> & { readonly js: string[] })[]
> = {
  mail: [
    { id: "guard-main", js: ["content-scripts/guard-main.js"], world: "MAIN" },
    { id: "guard", js: ["content-scripts/guard.js"], world: "ISOLATED" },
  ],
  clinical: [{ id: "records", js: ["content-scripts/records.js"], world: "ISOLATED" }],
};

/**
 * The registrations that watch these sites, no more and no less.
 *
 * @param standing - Patterns that the manifest itself has scripts for: a second copy would watch the same page.
 */
export function registrationsFor(
  sites: readonly WatchedSite[],
  pattern: (host: string) => string,
  standing: readonly string[],
): Script[] {
  return (["mail", "clinical"] as const).flatMap((kind) => {
    const hosts = sites.filter((site) => site.kind === kind).map(({ host }) => pattern(host));
    const matches = [...new Set(hosts)].filter((one) => !standing.includes(one)).sort();
    if (matches.length === 0) return [];
    return scripts[kind].map((script) => ({
      ...script,
      matches,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_start" as const,
      persistAcrossSessions: true,
    }));
  });
}

const inManifest = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches = [] }) => matches);

/**
 * Registers the scripts for the clinic's sites where this browser has the permission, and takes back all others.
 * Calling it again changes nothing; it runs at each start, as an update drops what was registered.
 *
 * @param named - Sites of the policy, or null for an unpaired browser, which watches nothing.
 */
export function registerScripts(named: readonly NamedSite[] | null): Promise<void> {
  return navigator.locks.request("chaperone scripts", async () => {
    const sites = named === null ? [] : watchedSites(named);
    const allowed: WatchedSite[] = [];
    for (const site of sites) if (await isAllowed(site.host)) allowed.push(site);
    const wanted = registrationsFor(allowed, patternHere, inManifest());
    const present = await browser.scripting.getRegisteredContentScripts();
    const gone = present.filter(({ id }) => !wanted.some((one) => one.id === id)).map(({ id }) => id);
    const [changed, fresh] = [
      wanted.filter(({ id }) => present.some((one) => one.id === id)),
      wanted.filter(({ id }) => !present.some((one) => one.id === id)),
    ];
    if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
    if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
    if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
  });
}

/** Watched sites that this browser may not look at, for want of a permission that a person can give. */
export async function sitesNotAllowed(named: readonly NamedSite[]): Promise<WatchedSite[]> {
  const missing: WatchedSite[] = [];
  for (const site of watchedSites(named)) if (!(await isAllowed(site.host))) missing.push(site);
  return missing;
}
