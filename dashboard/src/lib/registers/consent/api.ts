import { decisionsAnswer } from "#domain/registers/consent/consent-row";
import { mailingText, suppressedAnswer } from "#domain/registers/consent/suppressed";
import { releaseRow } from "#domain/registers/releases/release-row";
import { referenceKey } from "#lib/api/accounts.ts";
import { ask } from "#lib/api/client.ts";
import { readList } from "#lib/api/list.ts";
import { hmacNow } from "#lib/hmac.ts";

/** What is decided of one record; that it was read is on the record. */
export const readDecisions = (recordRef: string, system: string) =>
  ask(decisionsAnswer, "record-decisions", { method: "POST", body: { recordRef, system } });

export const releasesOfRecord = (recordRef: string) =>
  readList(releaseRow, "releases", { record: recordRef });

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
