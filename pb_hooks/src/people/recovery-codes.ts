import { policy } from "#domain/policy";
import { clearAlphabet, newSalt, secretDigest } from "./secrets.ts";

/** A recovery code as it is kept. */
interface KeptCode {
  readonly salt: string;
  readonly hash: string;
}

const length = 12;

/** Ten codes to print, and what is kept of them. Each is twelve characters, shown in threes of four. */
export function newRecoveryCodes(): { readonly shown: string[]; readonly kept: KeptCode[] } {
  const bare = Array.from({ length: policy.recoveryCodes.amount }, () =>
    $security.randomStringWithAlphabet(length, clearAlphabet),
  );
  return { shown: bare.map((code) => code.replace(/(.{4})(?=.)/g, "$1-")), kept: bare.map(keptCode) };
}

function keptCode(code: string): KeptCode {
  const salt = newSalt();
  return { salt, hash: secretDigest(salt, code) };
}

/** What is left when this code is used up; undefined where it is none of them. */
export function withoutCode(kept: readonly KeptCode[], code: string): KeptCode[] | undefined {
  const left = kept.filter(({ salt, hash }) => !$security.equal(secretDigest(salt, code), hash));
  return left.length < kept.length ? left : undefined;
}

/** The codes of a `users` row; a JSON field comes out of PocketBase as bytes. */
export function keptCodes(person: pb.Record): KeptCode[] {
  const text = person.getString("recoveryCodes");
  return text === "" || text === "null" ? [] : (JSON.parse(text) as KeptCode[]);
}
