import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { hostMatches } from "../mail/mail.ts";
import { cliniko } from "./cliniko/adapter.ts";
import { namedSystems } from "./named-systems/adapters.ts";
import { orthanc } from "./orthanc/adapter.ts";
import { unknownRecords } from "./unknown-records/adapter.ts";

/** Every clinical adapter that this version ships. */
export const shippedClinical: readonly ClinicalAdapter[] = [
  cliniko,
  orthanc,
  ...namedSystems,
  unknownRecords,
];

let corrected: readonly ClinicalAdapter[] = [];

/** From now on these stand for those that ship with the same id. */
export function correctClinical(adapters: readonly ClinicalAdapter[]): void {
  corrected = adapters;
}

/** Every clinical adapter as the clinic has corrected it. */
export const clinicalAdapters = (): readonly ClinicalAdapter[] =>
  shippedClinical.map((ships) => corrected.find(({ id }) => id === ships.id) ?? ships);

/** The adapter for a host: as the clinic's policy names it, else one that is watched without being named. */
export function clinicalAdapterFor(host: string, named?: string): ClinicalAdapter | undefined {
  const adapter =
    named === undefined
      ? clinicalAdapters().find(({ hosts }) => hosts.some((one) => hostMatches(host, one)))
      : clinicalAdapters().find(({ id }) => id === named);
  return adapter && tenantOf(adapter, host) !== undefined ? adapter : undefined;
}

/** The clinic's account at the vendor, from the host with its port; undefined on the vendor's other hosts. */
export function tenantOf(adapter: ClinicalAdapter, host: string): string | undefined {
  return new RegExp(adapter.tenant).exec(host)?.groups?.tenant;
}
