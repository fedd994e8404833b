import type { NamedSite } from "#domain/clinic/named-site";
import { watchedSites } from "./watched-sites.ts";

/** Hosts that Chrome, Edge and Firefox close to every extension (their own stores and accounts), as of 2026-11-30, from memory. */
const closed = [
  "chromewebstore.google.com",
  "chrome.google.com",
  "microsoftedge.microsoft.com",
  "addons.mozilla.org",
  "accounts.firefox.com",
];

/**
 * Why no permission helps at a site that the clinic named; undefined where one does.
 *
 * - `unknown-here`: this version knows no such product; nothing to give.
 * - `closed`: the browser closes this host to every extension.
 */
export function closedBecause({ host, adapter }: NamedSite): "unknown-here" | "closed" | undefined {
  if (closed.includes(host)) return "closed";
  return watchedSites([{ host, adapter }]).some((one) => one.host === host && one.adapter === adapter)
    ? undefined
    : "unknown-here";
}
