import { canonicalJson } from "#domain/base/canonical-json";
import { filterIn, type LogQuery } from "#domain/ledger/log-query";
import type { Caller } from "../../base/caller.ts";
import { key } from "../../base/keys.ts";

/**
 * Where the next page of a list begins, sealed for one person and one question: whoever reads below the lead must not
 * count by it what they are not shown.
 *
 * @param list - Path of the list's route.
 */
export function sealCursor(person: Caller, list: string, query: LogQuery, seq: number): string {
  const cipher = $security.encrypt(String(seq).padStart(digits, "0"), keyOf(person, list, query));
  return cipher.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @returns undefined for what was not sealed here for this person and question. */
export function openCursor(
  person: Caller,
  list: string,
  query: LogQuery,
  sealed: string,
): number | undefined {
  const cipher = sealed.replace(/-/g, "+").replace(/_/g, "/");
  try {
    const text = $security.decrypt(cipher + "=".repeat(-cipher.length & 3), keyOf(person, list, query));
    return Number(text);
  } catch {
    return undefined;
  }
}

/** Of one length, however long the number is. */
const digits = 15;

/** 32 characters, as AES-256 takes them: one key a person and question, so that a cursor opens nowhere else. */
function keyOf(person: Caller, list: string, query: LogQuery): string {
  const bound = canonicalJson(["cursor", person.id, list, filterIn(query)]);
  return $security.hs256(bound, key("encryption.key")).slice(0, 32);
}
