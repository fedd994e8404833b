import * as z from "zod/mini";
import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import { stored } from "../stored.ts";

/**
 * Which addresses and numbers stood on which record, of the records that were opened here in the last days: digests under
 * the clinic's key. It never leaves this browser.
 */
const card = z.object({
  /** Digest of system and record. */
  record: z.string(),
  addresses: z.array(z.string()),
  numbers: z.array(z.string()),
  at: z.number(),
});
export type Card = z.infer<typeof card>;

/** Records that a busy desk opens in a week; those that were not opened for longest go first. */
const most = 1_000;
/** An address that stands on so many records is a practice's or an insurer's, and nobody's own. */
const shared = 3;

const cards = stored<Card[]>("local:cards", z.array(card), []);

const fresh = (all: readonly Card[], now: number): Card[] =>
  all.filter(({ at }) => now - at >= 0 && now - at < milliseconds(pagePolicy.documentRemembered));

export const currentCards = async (now: number): Promise<Card[]> => fresh(await cards.get(), now);

/** A record was opened again: what its page shows now counts. */
export async function addCard(added: Card): Promise<void> {
  await cards.change((all) =>
    [...fresh(all, added.at).filter(({ record }) => record !== added.record), added].slice(-most),
  );
}

export const forgetCards = (): Promise<void> => cards.remove();

/** Whose an address is, to the patient whom a document is about: as far as this browser has seen. */
export type Whose = "same" | "other" | "unknown";

/**
 * @param document - What is known of the patient: numbers in the document, and the record that it came from.
 */
export function whose(
  all: readonly Card[],
  address: string,
  { numbers, records }: { readonly numbers: readonly string[]; readonly records: readonly string[] },
): Whose {
  const of = new Set(
    all
      .filter((one) => records.includes(one.record) || one.numbers.some((number) => numbers.includes(number)))
      .map(({ record }) => record),
  );
  const on = all.filter(({ addresses }) => addresses.includes(address)).map(({ record }) => record);
  if (of.size === 0 || on.length === 0) return "unknown";
  if (on.length >= shared) return "unknown";
  return on.some((record) => of.has(record)) ? "same" : "other";
}
