import { type Hmac, keyedItem, keyedRecord } from "#domain/base/keyed";
import type { PolicyAnswer } from "#domain/clinic/policy-answer";
import { isHealthNumber } from "#domain/detector/check-digit";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { clinicalAdapterFor, tenantOf } from "../clinical/clinical.ts";
import { siteOf } from "../policy/host-permissions.ts";

/** The clinical system that a frame's host is, as the clinic's policy or a shipped adapter says. */
export interface Where {
  readonly adapter: ClinicalAdapter;
  /** `adapter:tenant`. */
  readonly system: string;
}

export function whereIs(policy: PolicyAnswer, host: string): Where | undefined {
  const adapter = clinicalAdapterFor(host, siteOf(policy.sites, host)?.adapter);
  const tenant = adapter && tenantOf(adapter, host);
  return adapter && tenant !== undefined ? { adapter, system: `${adapter.id}:${tenant}` } : undefined;
}

/**
 * The reference that an event carries for a vendor's id: in clear, or keyed.
 *
 * @returns undefined for what is no id of this system.
 */
export async function referenceTo(
  adapter: ClinicalAdapter,
  id: string,
  hmac: Hmac,
): Promise<string | undefined> {
  if (!new RegExp(adapter.idForm).test(id)) return undefined;
  return isKeyed(adapter, id) ? keyedRecord(id, hmac) : id;
}

/** A vendor's own number that may as well be one of the health service is keyed too. */
const isKeyed = (adapter: ClinicalAdapter, id: string): boolean =>
  adapter.reference === "keyed" || isHealthNumber(id);

const plainItem = /^[A-Za-z0-9-]{1,64}$/;

/** Which note, letter or file an event is about: in clear where the record's own number is, else keyed. */
export async function itemOf(
  adapter: ClinicalAdapter,
  { id, page, item }: { readonly id?: string; readonly page?: string; readonly item?: string },
  hmac: Hmac,
): Promise<string | undefined> {
  if (id === undefined || item === undefined) return undefined;
  if (isKeyed(adapter, id) || isHealthNumber(item)) return keyedItem({ id, page: page ?? "", item }, hmac);
  return plainItem.test(item) ? item : undefined;
}
