import type { RecipientClass } from "#domain/ledger/mail-lists";

/** One recipient as the page shows it. It stays on this computer. */
export interface Recipient {
  /** Address where one was found, else the text of the chip. */
  readonly shown: string;
  readonly group: RecipientClass;
  /** Stands in Bcc: no other recipient sees it. */
  readonly blind?: true;
  /** Stands on the record of another patient than the documents are about, as far as this browser has seen. */
  readonly another?: true;
}

/** What stands in a field or chip of recipients. */
export interface RecipientText {
  readonly text: string;
  readonly blind: boolean;
}

export interface Recipients {
  readonly all: readonly Recipient[];
}

export interface Domains {
  readonly ownDomains: readonly string[];
  readonly approvedDomains: readonly string[];
}

const addressSource = /[^\s<>"'(),;:@]+@(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}/gi;

/** Every address in what a recipient field or chip holds; what is left over between commas counts as one unresolved. */
export function addressesIn(text: string): { addresses: string[]; unresolved: string[] } {
  const addresses: string[] = [];
  const unresolved: string[] = [];
  // A quoted name may hold a comma of its own.
  for (const part of text.replace(/"[^"]*"\s*(?=<)/g, "").split(/[,;\n]+/)) {
    const found = part.match(addressSource);
    if (found) addresses.push(...found.map((address) => address.toLowerCase()));
    else if (/[\p{L}\p{N}]/u.test(part)) unresolved.push(part.trim());
  }
  return { addresses, unresolved };
}

/**
 * Where an address stands to the clinic. A sub-domain of a named domain counts as that domain; a domain that only
 * ends alike does not.
 */
export function groupOf(address: string, { ownDomains, approvedDomains }: Domains): RecipientClass {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const within = (named: string): boolean => {
    const bare = named.toLowerCase().replace(/^[@.]/, "");
    return domain === bare || domain.endsWith(`.${bare}`);
  };
  if (ownDomains.some(within)) return "own";
  return approvedDomains.some(within) ? "approved" : "outside";
}

/** Recipients from the texts of fields and chips, each address once. */
export function recipientsFrom(texts: readonly (string | RecipientText)[], domains: Domains): Recipients {
  const all = new Map<string, Recipient>();
  for (const one of texts) {
    const { text, blind } = typeof one === "string" ? { text: one, blind: false } : one;
    const { addresses, unresolved } = addressesIn(text);
    const hidden = blind ? ({ blind: true } as const) : {};
    // Whoever stands in To as well is seen by all.
    const add = (shown: string, group: RecipientClass): void => {
      const before = all.get(shown);
      all.set(shown, before && !before.blind ? before : { shown, group, ...hidden });
    };
    for (const shown of addresses) add(shown, groupOf(shown, domains));
    for (const shown of unresolved) add(shown, "unknown");
  }
  return { all: [...all.values()] };
}

/** Counts by class, for an event. */
export function countsOf({ all }: Recipients): Record<RecipientClass, number> {
  const counts = { own: 0, approved: 0, patient: 0, outside: 0, unknown: 0 };
  for (const { group } of all) counts[group] += 1;
  return counts;
}

/** Recipients outside whom every other recipient sees: in To and Cc. */
export const openlyOutside = ({ all }: Recipients): number =>
  all.filter(({ group, blind, shown }) => group !== "own" && group !== "approved" && !blind && shown !== "")
    .length;

/** Whether an address is known to be another patient's than the documents are about. */
export const isAnothers = ({ all }: Recipients): boolean => all.some(({ another }) => another);

/** A message goes to somebody: where none could be read on the page, to one who is not resolved. */
export const somebody = (recipients: Recipients): Recipients =>
  recipients.all.length > 0 ? recipients : { all: [{ shown: "", group: "unknown" }] };

/** Recipients of several messages as those of one. Where one of them shows none, somebody who is not resolved is among them. */
export function together(messages: readonly Recipients[]): Recipients {
  const [only, ...others] = messages;
  if (only && others.length === 0) return only;
  const all = new Map<string, Recipient>();
  for (const one of messages.flatMap((each) => somebody(each).all)) {
    const before = all.get(one.shown);
    all.set(one.shown, before && !before.blind ? before : one);
  }
  return { all: [...all.values()] };
}

/** Whether there are recipients and every one is at the clinic, or at an address that it approved. */
export function staysInside({ all }: Recipients): boolean {
  return all.length > 0 && all.every(({ group }) => group === "own" || group === "approved");
}

/** Whether somebody outside gets it; one that can't be resolved counts as outside. */
export function goesOutside(recipients: Recipients): boolean {
  const { outside, unknown } = countsOf(recipients);
  return outside + unknown > 0;
}

/** Recipients outside that were not there when a document was let in. */
export function outsideSince(now: Recipients, then: Recipients): Recipient[] {
  const known = new Set(then.all.map(({ shown }) => shown));
  return now.all.filter(({ shown, group }) => group !== "own" && group !== "approved" && !known.has(shown));
}
