import { isHealthNumber } from "#domain/detector/check-digit";
import { textMark } from "./text-mark.ts";

/** More addresses or numbers than stand on one person's page are a list's. */
const mostAddresses = 6;
const mostNumbers = 3;
/** Letters of a page that are looked through. */
const longest = 200_000;

const address = /[^\s<>"'(),;:@]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/gi;
/** What stands in different parts of a page is no one word. */
function textsOf(page: HTMLElement): string[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let left = longest; left > 0 && walker.nextNode(); ) {
    const text = (walker.currentNode.nodeValue ?? "").slice(0, left);
    texts.push(text);
    left -= text.length + 1;
  }
  return texts;
}
const number = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;

/**
 * Addresses and numbers of the health service that a record's page shows, as SHA-256: by them a letter and an address are
 * known to be the same person's. A page with more of them than one person has tells nothing.
 */
export async function shownPeople(
  page: HTMLElement,
): Promise<{ addresses: string[]; numbers: string[] } | undefined> {
  const fields = [...page.querySelectorAll<HTMLInputElement>("input[type=email]")].map(({ value }) => value);
  const text = [...textsOf(page), ...fields].join("\n");
  const found = (pattern: RegExp, plain: (one: string) => string) => [
    ...new Set((text.match(pattern) ?? []).map(plain)),
  ];
  const addresses = found(address, (one) => one.toLowerCase());
  const numbers = found(number, (one) => one.replace(/\D/g, "")).filter(isHealthNumber);
  if (addresses.length + numbers.length === 0) return undefined;
  if (addresses.length > mostAddresses || numbers.length > mostNumbers) return undefined;
  return {
    addresses: await Promise.all(addresses.map(textMark)),
    numbers: await Promise.all(numbers.map(textMark)),
  };
}
