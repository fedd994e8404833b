import { decisionsAnswer } from "#domain/registers/consent/consent-row";
import { mailingText, suppressedAnswer } from "#domain/registers/consent/suppressed";
import { referenceKey } from "#lib/api/accounts.ts";
import { ask, download } from "#lib/api/client.ts";
import { hmacNow } from "#lib/hmac.ts";

/** What is decided of one record; that it was read is on the record. */
export const readDecisions = (recordRef: string, system: string) =>
  ask(decisionsAnswer, "record-decisions", { method: "POST", body: { recordRef, system } });

/** What patients decided as FHIR R4, of one record or of all, into the browser's downloads. That it was taken is on the record. */
export const exportFhir = (name: string, record?: { readonly recordRef: string; readonly system: string }) =>
  download("consents-fhir", {}, name, record ? { record } : {});

/** Addresses as they leave this browser: keyed, so that nobody reads them. */
export async function keyedAddresses(typed: readonly string[]): Promise<string[]> {
  const keyed = hmacNow(await referenceKey());
  return typed.map((one) => `k1:${keyed(mailingText(one))}`);
}

/** Which of these keyed addresses get no mailings; a thousand are asked at once. */
export async function suppressedAmong(addresses: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let i = 0; i < addresses.length; i += 1_000) {
    const body = { addresses: addresses.slice(i, i + 1_000) };
    const { suppressed } = await ask(suppressedAnswer, "suppressed", { method: "POST", body });
    for (const one of suppressed) found.add(one);
  }
  return found;
}
