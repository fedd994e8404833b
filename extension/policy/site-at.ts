import type { NamedSite } from "#domain/clinic/policy-answer";
import { clinicalAdapterFor } from "../clinical/clinical.ts";
import { mailAdapterFor } from "../mail/mail.ts";
import { siteOf } from "./host-permissions.ts";

/** What watches a page of this host: the adapter that the policy names, else one that ships for the host. */
export function siteAt(named: readonly NamedSite[], host: string): NamedSite | null {
  const site = siteOf(named, host);
  const adapter = mailAdapterFor(host, site?.adapter) ?? clinicalAdapterFor(host, site?.adapter);
  return adapter ? { host: site?.host ?? host, adapter: adapter.id } : null;
}
