import type { Sha256 } from "../ledger.ts";

/**
 * A link of the chain in a form that is printed on paper and typed in again: `1234-K7QF2-8M3XR-T0V4N-9CJWA-4G`, the
 * number of the entry, the first 100 bits of its hash, and two letters that find a slip of the pen. Who makes another
 * log cannot choose its hashes: 100 bits are far beyond what anybody could try.
 */

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bitsOfLetter = 5;
/** Hex digits of a hash that a code holds: four groups of five letters. */
export const hexInCode = 25;
const lettersInCode = 20;
/** The same of a code of a key: three groups. */
const hexInKeyCode = 19;
const lettersInKeyCode = 15;
const group = 5;
const checkLetters = 2;

export interface CodedLink {
  readonly seq: number;
  /** First `hexInCode` digits of the hash, in lower case. */
  readonly hash: string;
}

/** @param hash - In lower-case hex; '' of an empty log, which has no code. */
export function linkCode(seq: number, hash: string, sha256: Sha256): string {
  if (hash === "") return "";
  const body = lettersOf(hash.slice(0, hexInCode), lettersInCode);
  return [String(seq), ...grouped(body), checkOf(`${seq} ${body}`, sha256)].join("-");
}

/** Of the key that signs the log: by it a changed key is known from paper. */
export function keyCode(publicKey: string, sha256: Sha256): string {
  const body = lettersOf(sha256(publicKey).slice(0, hexInKeyCode), lettersInKeyCode);
  return ["KEY", ...grouped(body), checkOf(`key ${body}`, sha256)].join("-");
}

const part = `[\\s.\\u2010-\\u2015-]+([0-9A-Za-z]{${group}})`;
const ending = `[\\s.\\u2010-\\u2015-]+([0-9A-Za-z]{${checkLetters}})(?![0-9A-Za-z])`;
const linkCodes = new RegExp(`(?<![0-9A-Za-z-])(\\d{1,12})${part.repeat(4)}${ending}`, "g");
const keyCodes = new RegExp(`(?<![0-9A-Za-z])KEY${part.repeat(3)}${ending}`, "gi");

/** What of a text has the form of a code: those that were read, and those in which something was mistyped. */
export interface Codes {
  readonly links: readonly CodedLink[];
  /** As `keyCode` writes them. */
  readonly keys: readonly string[];
  readonly mistyped: readonly string[];
}

/** Capital letters or not, blanks or hyphens, I and L for 1 and O for 0 are all the same. */
export function codesIn(text: string, sha256: Sha256): Codes {
  const links: CodedLink[] = [];
  const keys: string[] = [];
  const mistyped: string[] = [];
  for (const [whole, number = "", ...parts] of text.matchAll(linkCodes)) {
    const body = asWritten(parts.slice(0, -1).join(""));
    const seq = Number(number);
    if (checkOf(`${seq} ${body}`, sha256) === asWritten(parts.at(-1) ?? ""))
      links.push({ seq, hash: hexOf(body).slice(0, hexInCode) });
    else mistyped.push(whole);
  }
  for (const [whole, ...parts] of text.matchAll(keyCodes)) {
    const body = asWritten(parts.slice(0, -1).join(""));
    const check = asWritten(parts.at(-1) ?? "");
    if (checkOf(`key ${body}`, sha256) === check) keys.push(["KEY", ...grouped(body), check].join("-"));
    else mistyped.push(whole);
  }
  return { links, keys, mistyped };
}

const asWritten = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[IL]/g, "1").replaceAll("O", "0").replaceAll("U", "V");

/** Two letters: of 1,024 slips one is not found. */
const checkOf = (text: string, sha256: Sha256): string => lettersOf(sha256(text).slice(0, 3), checkLetters);

const grouped = (body: string): string[] => body.match(new RegExp(`.{${group}}`, "g")) ?? [];

/** The first bits of a number in hex, as letters. */
function lettersOf(hex: string, count: number): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  return Array.from({ length: count }, (_, i) => {
    const five = bits.slice(i * bitsOfLetter, (i + 1) * bitsOfLetter).padEnd(bitsOfLetter, "0");
    return letters[Number.parseInt(five, 2)];
  }).join("");
}

function hexOf(body: string): string {
  const bits = [...body]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(bitsOfLetter, "0"))
    .join("");
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
}
