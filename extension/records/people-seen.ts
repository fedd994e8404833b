import type { WhoseAnswer } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPolicy } from "../policy/held-policy.ts";
import type { Origin } from "../receive.ts";
import { addCard, currentCards, whose } from "./cards.ts";
import { hmacBy } from "./hmac.ts";
import { referenceTo, whereIs } from "./where.ts";

/** Digest of a record, by which its card is found: no event holds it. */
export const cardOf = (system: string, ref: string): string => `card\n${system}\n${ref}`;

/** A record's page shows these addresses and numbers. */
export async function recordShown(
  { adapter, id, addresses, numbers }: MessageData<"record-shown">,
  origin: Origin,
): Promise<null> {
  const policy = await currentPolicy();
  const where = policy && whereIs(policy, origin.host);
  if (!where || where.adapter.id !== adapter) return null;
  const hmac = hmacBy(policy.referenceKey);
  const ref = await referenceTo(where.adapter, id, hmac);
  if (ref === undefined) return null;
  const keyed = (all: readonly string[]) => Promise.all(all.map((one) => hmac(one)));
  await addCard({
    record: await hmac(cardOf(where.system, ref)),
    addresses: await keyed(addresses),
    numbers: await keyed(numbers),
    at: Date.now(),
  });
  return null;
}

/** Whose the addresses of a message are, one for each. */
export async function whoseAddresses({
  addresses,
  numbers,
  records,
}: MessageData<"whose">): Promise<WhoseAnswer> {
  const [policy, cards] = await Promise.all([currentPolicy(), currentCards(Date.now())]);
  if (!policy || cards.length === 0) return addresses.map(() => "unknown");
  const hmac = hmacBy(policy.referenceKey);
  const keyed = await Promise.all(numbers.map((one) => hmac(one)));
  return Promise.all(
    addresses.map(async (one) => whose(cards, await hmac(one), { numbers: keyed, records })),
  );
}
