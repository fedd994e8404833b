import { browser } from "wxt/browser";
import { type NamedSite, namedSite } from "#domain/clinic/named-site";
import { serverAddress } from "./address.ts";

/**
 * The server's address as the clinic's browser policy sets it. Chromium gives it only seconds after its own start
 * (STACK.md 4), so whoever shows it also listens for changes.
 */
export async function managedServer(): Promise<string | undefined> {
  const { serverUrl } = await managed();
  return typeof serverUrl === "string" ? serverAddress(serverUrl) : undefined;
}

/**
 * The clinic's webmail as the browser policy names it, for as long as this browser is not paired; what is no host is
 * left out. Which product runs there is not known, and files are held all the same.
 *
 * @returns null where no browser policy names a server: then this is no browser of a clinic, as far as can be known.
 */
export async function managedSites(): Promise<NamedSite[] | null> {
  if ((await managedServer()) === undefined) return null;
  const { mailHosts } = await managed();
  const hosts: unknown[] = Array.isArray(mailHosts) ? mailHosts : [];
  return hosts.flatMap((host) => {
    const site = namedSite.safeParse({ host, adapter: "unknown-mail" });
    return site.success ? [site.data] : [];
  });
}

async function managed(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(["serverUrl", "mailHosts"]);
  } catch {
    // Firefox throws where no policy is set at all.
    return {};
  }
}
