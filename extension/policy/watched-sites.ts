import type { NamedSite } from "#domain/clinic/named-site";
import { clinicalAdapters } from "../clinical/clinical.ts";
import { mailAdapters } from "../mail/mail.ts";

/** A site that this browser watches: named by the clinic's policy, or shipped with an adapter. */
export interface WatchedSite extends NamedSite {
  readonly kind: "mail" | "clinical";
}

/** All sites to watch. A host that the policy names is watched as it says, also where an adapter ships for it. */
export function watchedSites(named: readonly NamedSite[]): WatchedSite[] {
  const known = named.flatMap(({ host, adapter }): WatchedSite[] => {
    if (mailAdapters().some(({ id }) => id === adapter)) return [{ host, adapter, kind: "mail" }];
    if (clinicalAdapters().some(({ id }) => id === adapter)) return [{ host, adapter, kind: "clinical" }];
    return [];
  });
  const shipped = [
    ...mailAdapters().map(({ id, hosts }) => ({ id, hosts, kind: "mail" as const })),
    ...clinicalAdapters().map(({ id, hosts }) => ({ id, hosts, kind: "clinical" as const })),
  ].flatMap(({ id, hosts, kind }) => hosts.map((host): WatchedSite => ({ host, adapter: id, kind })));
  return [...known, ...shipped.filter(({ host }) => !known.some((site) => site.host === host))];
}
