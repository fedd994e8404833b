import { hashes, verifyAsync } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { type CorrectionSet, correctionSet } from "#domain/sites/corrections";
import { signedCorrections, signedText } from "#domain/sites/signing";
import { shippedClinical } from "../clinical/clinical.ts";
import { shippedMail } from "../mail/mail.ts";
import { fromHex } from "../records/hmac.ts";
import { digestOf } from "../records/text-mark.ts";

hashes.sha512 = sha512;

/** Why corrections were not taken. */
export type Refused = "unreadable" | "signature" | "older" | "schema" | "not-its-own";

/**
 * Corrections that the clinic's server gave, if they are what they must be: signed with the key that this browser learned when
 * it was paired, no older than those it holds, in the schema of adapters, and none that changes whose record an address is.
 *
 * @param key - The pinned key; '' takes none.
 * @param held - Those taken before.
 */
export async function checkedCorrections(
  given: unknown,
  key: string,
  held: CorrectionSet | null,
): Promise<CorrectionSet | Refused> {
  const told = signedCorrections.safeParse(given);
  if (!told.success) return "unreadable";
  const { revision, text, signature } = told.data;
  if (!(await isSigned(signedText(revision, await digestOf(new TextEncoder().encode(text))), signature, key)))
    return "signature";
  if (revision < (held?.revision ?? 0)) return "older";
  const set = correctionSet.safeParse(parsed(text));
  if (!set.success || set.data.revision !== revision) return "schema";
  return set.data.adapters.every(isItsOwn) ? set.data : "not-its-own";
}

/**
 * A correction says how a page is read. What decides whose record it is, and whether its number goes in clear, stays as it
 * ships; a page of the clinic's own is a mail page, under a number.
 */
function isItsOwn(one: CorrectionSet["adapters"][number]): boolean {
  if (one.kind === "webmail") {
    return /^own-\d{1,2}$/.test(one.id) || shippedMail.some(({ id }) => id === one.id);
  }
  const ships = shippedClinical.find(({ id }) => id === one.id);
  return (
    ships !== undefined &&
    ships.reference === one.reference &&
    ships.idForm === one.idForm &&
    ships.tenant === one.tenant &&
    JSON.stringify(ships.hosts) === JSON.stringify(one.hosts)
  );
}

async function isSigned(text: string, signature: string, key: string): Promise<boolean> {
  try {
    return await verifyAsync(fromHex(signature), new TextEncoder().encode(text), fromHex(key));
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
