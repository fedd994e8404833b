import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { pairsOf } from "#domain/exact/names";
import { first48, readTable, type Token, tableOf } from "#domain/exact/table";
import { dayText, emailText, nameText, numberText } from "#domain/exact/tokens";

export const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

export function tokenBy(bytes: Uint8Array): Token {
  const keyed = hmac.create(sha256, bytes);
  return (text) => first48(keyed.clone().update(utf8ToBytes(text)).digest());
}
export const token = tokenBy(key);

interface Listed {
  readonly people?: readonly (readonly [given: string, surname: string, day: string])[];
  readonly numbers?: readonly string[];
  readonly emails?: readonly string[];
}

/** What is keyed of names with birthdays, numbers, addresses. */
export function textsOf(of: Listed): readonly string[] {
  return [
    ...(of.people ?? []).flatMap(([given, surname, day]) => [
      dayText(day),
      ...pairsOf({ given, surname }).map((pair) => nameText(pair, day)),
    ]),
    ...(of.numbers ?? []).map(numberText),
    ...(of.emails ?? []).map(emailText),
  ];
}

/** A list as a clinic would keep it. */
export function listOf(of: Listed) {
  const table = readTable(tableOf(key, Float64Array.from(textsOf(of).map(token))));
  if (!table) throw new Error("no table");
  return table;
}
