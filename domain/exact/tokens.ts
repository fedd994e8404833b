import { isHealthNumber } from "../detector/check-digit.ts";
import type { NamePair } from "./names.ts";

/**
 * What is keyed of a patient. Each kind has its own prefix, so that a token of one kind never answers for another. A
 * birthday alone names nobody: it is kept so that of the many days in a text only those are looked into that somebody of
 * the list was born on.
 */
const keyed = (kind: "name" | "day" | "number" | "email", what: string): string =>
  `exact 1\n${kind}\n${what}`;

export const nameText = (pair: NamePair, day: string): string => keyed("name", `${pair}\n${day}`);
export const dayText = (day: string): string => keyed("day", day);
export const numberText = (digits: string): string => keyed("number", digits);
export const emailText = (address: string): string => keyed("email", address);

/**
 * Ten digits of an NHS, CHI or Health and Care number.
 *
 * @returns '' for what is none by its check digit or its range.
 */
export function healthNumber(written: string): string {
  const digits = written.normalize("NFKC").replace(/\D/g, "");
  return isHealthNumber(digits) ? digits : "";
}

const address = /^[^\s@"<>(),;:\\[\]]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}$/;

/**
 * An e-mail address as it is compared: no capitals, and without what stands behind a plus, which reaches the same person.
 *
 * @returns '' for what is none.
 */
export function emailAddress(written: string): string {
  const plain = written
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, "");
  const bare = plain.replace(/\+[^@]*@/, "@");
  return address.test(bare) ? bare : "";
}
