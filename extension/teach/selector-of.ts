/**
 * A selector by which a shown element, and those that are alike, can be found again. It is made of what a page's makers call
 * their parts (test ids, names, ids, roles, classes), never of what somebody wrote or whom a page shows.
 */

/** A word that a maker chose: no number that counts, no hash. */
const word = /^[a-zA-Z][a-zA-Z_-]{1,39}$/;
const testIds = ["data-testid", "data-test-id", "data-test", "data-qa", "data-cy"] as const;
/** How far out an element is described, and how many classes. */
const deepest = 4;
const classesMost = 2;

/** @returns undefined for an element of which nothing lasting can be said. */
export function selectorOf(element: Element, within: ParentNode = element.ownerDocument): string | undefined {
  let selector = "";
  let at: Element | null = element;
  for (let depth = 0; at && depth < deepest; depth += 1) {
    const own = partOf(at);
    selector = selector === "" ? own : `${own} > ${selector}`;
    if (isLasting(own) && finds(within, selector, element)) return selector;
    at = at.parentElement;
  }
  return undefined;
}

/** The element itself and few others: what fits a great part of the page says nothing. */
function finds(within: ParentNode, selector: string, element: Element): boolean {
  const found = [...within.querySelectorAll(selector)];
  return found.includes(element) && found.length <= 20;
}

const isLasting = (part: string): boolean => /[[#.]/.test(part);

function partOf(element: Element): string {
  const name = element.localName;
  for (const key of testIds) {
    const value = element.getAttribute(key);
    if (value !== null && /^[\w:.-]{2,60}$/.test(value) && !/\d{3}/.test(value))
      return `${name}[${key}="${value}"]`;
  }
  if (word.test(element.id)) return `${name}#${element.id}`;
  const named = element.getAttribute("name");
  if (named !== null && word.test(named)) return `${name}[name="${named}"]`;
  const classes = [...element.classList].filter((one) => word.test(one)).slice(0, classesMost);
  const role = element.getAttribute("role");
  const told = role !== null && word.test(role) ? `[role="${role}"]` : "";
  return `${name}${classes.map((one) => `.${one}`).join("")}${told}`;
}
