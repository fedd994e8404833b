import type { NamedSite } from "#domain/clinic/named-site";
import { isAllowed } from "./host-permissions.ts";
import { watchedSites } from "./watched-sites.ts";

/**
 * Whether this browser lets Chaperone look at a site that the clinic named.
 *
 * - `given`: it came with the extension, was given by the browser's policy, or by a person.
 * - `not-given`: a person can give it.
 * - `unknown-here`: this version knows no such product; nothing to give.
 * - `closed`: the browser closes this host to every extension.
 */
export type Access = "given" | "not-given" | "unknown-here" | "closed";

/** Hosts that Chrome, Edge and Firefox close to every extension (their own stores and accounts), as of 2026-11-30, from memory. */
const closed = [
  "chromewebstore.google.com",
  "chrome.google.com",
  "microsoftedge.microsoft.com",
  "addons.mozilla.org",
  "accounts.firefox.com",
];

/** Why no permission helps; undefined where one does. */
export function closedBecause({ host, adapter }: NamedSite): "unknown-here" | "closed" | undefined {
  if (closed.includes(host)) return "closed";
  return watchedSites([{ host, adapter }]).some((one) => one.host === host && one.adapter === adapter)
    ? undefined
    : "unknown-here";
}

export async function accessTo(site: NamedSite): Promise<Access> {
  return closedBecause(site) ?? ((await isAllowed(site.host)) ? "given" : "not-given");
}
