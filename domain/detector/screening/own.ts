import type { Finding } from "../verdict.ts";
import { plainName } from "../words/plain-name.ts";
import { type OwnWords, ownWords } from "./own-words.ts";

/** What of the screen's findings is the clinic's own: its people, its name, how it is reached. */
export interface Own {
  readonly isOwn: (text: string, finding: Pick<Finding, "kind" | "start" | "end">) => boolean;
}

/** What stands for the words that were told last: it is made of them once. */
let made: { readonly of: OwnWords; readonly own: Own } | undefined;

/** What is the clinic's own, by what was told (`knowOwn`). */
export function knownOwn(): Own {
  const of = ownWords();
  if (made?.of !== of) made = { of, own: ownOf(of) };
  return made.own;
}

const titles = new Set("mr mrs ms miss mx dr doctor prof professor".split(" "));
const letters = /[\u0300-\u036fA-Za-z\u00c0-\u024f\u1e00-\u1eff'\u2018\u2019]+/g;
const namesIn = (text: string): string[] =>
  (text.match(letters) ?? []).map(plainName).filter((part) => part !== "" && !titles.has(part));
const signsIn = (text: string): string => text.toLowerCase().replace(/[^a-z0-9@\u00c0-\uffff]/g, "");
const digitsIn = (text: string): string =>
  text
    .replace(/\(0\)/, "")
    .replace(/\D/g, "")
    .replace(/^(?:0044|44|0)/, "");

/** What a label says to be a patient is no colleague's name that stands there by the way. */
const label = /^(?:(?:in|out)?patients?|pts?|client|resident|claf)\b/i;

/** What the clinic's own people are called and where it is. */
export function ownOf({ people, texts }: OwnWords): Own {
  const names = people.map(namesIn);
  const whole = texts.map(signsIn).filter((one) => one !== "");
  const numbers = texts.flatMap((one) => one.match(/\+?[\d() -]{9,}/g) ?? []).map(digitsIn);
  return {
    isOwn: (text, { kind, start, end }) => {
      const words = text.slice(start, end);
      if (kind === "name") {
        if (label.test(words)) return false;
        const parts = namesIn(words);
        return parts.length > 0 && (names.some((name) => isCalled(name, parts)) || isWithin(whole, words));
      }
      if (kind === "address" && words.includes("@"))
        return whole.some((one) => signsIn(words).endsWith(`@${one}`));
      if (kind === "phone") return numbers.includes(digitsIn(words));
      return (kind === "address" || kind === "postcode") && isWithin(whole, words);
    },
  };
}

/** The whole name, one part of it alone, or given name and surname with others left out. */
function isCalled(name: readonly string[], parts: readonly string[]): boolean {
  const [only, more] = parts;
  if (only !== undefined && more === undefined && name.includes(only)) return true;
  const surname = name[name.length - 1];
  if (surname === undefined || parts[parts.length - 1] !== surname) return false;
  let at = 0;
  for (const part of parts) {
    while (at < name.length && name[at] !== part) at++;
    if (at++ >= name.length) return false;
  }
  return true;
}

const isWithin = (whole: readonly string[], words: string): boolean => {
  const signs = signsIn(words);
  return signs.length > 2 && whole.some((one) => one.includes(signs));
};
