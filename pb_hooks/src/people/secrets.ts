import { key } from "../base/keys.ts";

/** Letters and digits that nobody mistakes for one another: no 0 O 1 I L. */
export const clearAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const newSalt = (): string => $security.randomStringWithAlphabet(32, "0123456789abcdef");
/** 32 characters of base32: 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): string => $security.randomStringWithAlphabet(32, base32);

/**
 * Digest under which a short secret (link, recovery or pairing code) is kept. Salted, and keyed with a key that no
 * backup holds: eight characters alone could be tried through in minutes.
 */
export const secretDigest = (salt: string, secret: string): string =>
  $security.hs256(`${salt}\n${secret}`, key("digest.key"));

/** Keyed digest of what must be counted but not kept: an address typed, a network address. */
export const countedDigest = (what: string): string => $security.hs256(what, key("digest.key"));

export const sealed = (text: string): string => $security.encrypt(text, key("encryption.key"));
export const unsealed = (cipher: string): string => $security.decrypt(cipher, key("encryption.key"));

/** What a person typed of a code, without case, blanks and hyphens. */
export const bareCode = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();
