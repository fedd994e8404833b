import type { NamedSite } from "#domain/clinic/named-site";
import type { Adapter } from "../answers.ts";
import { clinicalAdapterFor } from "../clinical/clinical.ts";
import { mailAdapterFor } from "../mail/mail.ts";
import { siteOf } from "./host-permissions.ts";

/** What watches a page of this host: the adapter that the policy names, else one that is known for the host. */
export function siteAt(named: readonly NamedSite[], host: string): NamedSite | null {
  const adapter = adapterAt(named, host);
  return adapter ? { host: siteOf(named, host)?.host ?? host, adapter: adapter.id } : null;
}

/** The same, with all its facts. */
export function adapterAt(named: readonly NamedSite[], host: string): Adapter | undefined {
  const site = siteOf(named, host);
  return mailAdapterFor(host, site?.adapter) ?? clinicalAdapterFor(host, site?.adapter);
}
