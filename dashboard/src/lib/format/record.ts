import { adapterName } from "./adapters.ts";

export { recordName } from "#domain/base/record-name";

/** "Cliniko", "Orthanc", else the name before the colon. */
export const systemProduct = (system: string): string => adapterName(system.split(":")[0] ?? "");

/** "Cliniko, harbour.uk2". */
export function systemInWords(system: string): string {
  const tenant = system.slice(system.indexOf(":") + 1);
  return system.includes(":") ? `${systemProduct(system)}, ${tenant}` : systemProduct(system);
}

const clinikoTenant = /^cliniko:([a-z0-9-]+(?:\.[a-z]{2}\d{1,2})?)$/;

/**
 * The record's page in the clinical system, where the reference is the vendor's own.
 *
 * @returns undefined for a keyed reference: nobody can click through to it.
 */
export function recordAddress(system: string, recordRef: string): string | undefined {
  const tenant = clinikoTenant.exec(system)?.[1];
  if (tenant === undefined || !/^\d{1,20}$/.test(recordRef)) return undefined;
  return `https://${tenant}.cliniko.com/patients/${recordRef}`;
}

const clinikoPage = /^https?:\/\/[a-z0-9.-]+\.cliniko\.com\/patients\/(\d{1,20})(?:[/?#]|$)/i;

/**
 * The reference that somebody means by what they typed: a vendor's id, a keyed reference, or a Cliniko address.
 *
 * @returns '' for nothing, undefined for what is none of these.
 */
export function typedRecord(text: string): string | undefined {
  const typed = text.trim();
  if (typed === "") return "";
  const page = clinikoPage.exec(typed)?.[1];
  if (page !== undefined) return page;
  return /^(?:k1:[0-9a-f]{64}|[A-Za-z0-9-]{1,64})$/.test(typed) ? typed : undefined;
}
