import type { SystemAccount } from "#lib/api/accounts.ts";
import type { Clinic } from "#lib/api/clinic.ts";
import { clinicalSystems } from "#lib/format/adapters.ts";

const cliniko = /^([a-z0-9-]+(?:\.[a-z]{2}\d{1,2})?)\.cliniko\.com$/;

/** Systems as events name them (`cliniko:harbour.uk2`): those mapped already, and those of the clinic's named hosts. */
export function systemsKnown(clinic: Clinic, accounts: readonly SystemAccount[]): string[] {
  const named = clinic.sites
    .filter(
      ({ adapter, host }) => clinicalSystems.some(({ value }) => value === adapter) && !host.startsWith("."),
    )
    .map(({ adapter, host }) => `${adapter}:${cliniko.exec(host)?.[1] ?? host}`);
  return [...new Set([...accounts.map(({ system }) => system), ...named])].sort();
}
