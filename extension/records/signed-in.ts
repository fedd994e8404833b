import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";

/** Where systems that no selector is known for name their user: never within the record itself. */
const frames =
  "header, nav, [role=banner], [role=navigation], [class*=topbar], [class*=navbar], [class*=sidebar]";
const userParts =
  "[data-current-user], [data-user-name], [class*=current-user], [class*=user-name], [class*=username], [class*=user-menu], [id*=current-user], [id*=user-menu], [data-testid*=user], [aria-label*='account' i], [aria-label*='user menu' i]";
const saying = /(?:signed|logged)[ -]in(?: as|:)\s*:?\s*([^\n|·(]{2,60})/i;

/** Words of menus that stand where a name may stand. */
const notNames =
  /\b(?:account|profile|settings|sign|log|out|in|menu|user|users|help|my|home|admin|switch|notifications?|search|close|open)\b/i;

/**
 * Whom the page shows as signed in, as it is written there; undefined where it shows nobody. A doubtful text is
 * nobody: a view without a name is better than one under a wrong one (DESIGN.md 5, "Attribution is never guessed").
 */
export function shownPerson(adapter: ClinicalAdapter): string | undefined {
  for (const { find, read, form } of adapter.person) {
    for (const element of document.querySelectorAll(find)) {
      const written = readFrom(element, read);
      const said = form === undefined ? written : new RegExp(form).exec(written)?.groups?.person;
      const name = nameIn(said ?? "");
      if (name) return name;
    }
  }
  return personByStructure();
}

function personByStructure(): string | undefined {
  const areas = [...document.querySelectorAll(frames)];
  for (const area of areas) {
    const labelled = [area, ...area.querySelectorAll("[aria-label], [title]")].map(
      (one) => `${one.getAttribute("aria-label") ?? ""}\n${one.getAttribute("title") ?? ""}`,
    );
    for (const text of [shownText(area), ...labelled]) {
      const name = nameIn(saying.exec(text)?.[1] ?? "");
      if (name) return name;
    }
  }
  for (const area of areas) {
    for (const element of area.querySelectorAll(userParts)) {
      const name = nameIn(element.getAttribute("data-user-name") ?? "") ?? nameAmong(textsOf(element));
      if (name) return name;
    }
  }
  return undefined;
}

const readFrom = (element: Element, read: string): string =>
  read === "text"
    ? shownText(element)
    : read === "value"
      ? ((element as HTMLInputElement).value ?? "")
      : (element.getAttribute(read.slice(1)) ?? "");

const shownText = (element: Element): string =>
  (element as HTMLElement).innerText ?? element.textContent ?? "";

function textsOf(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  return texts;
}

/** The first text that is a name in full: initials in a circle stand before it in many a menu. */
const nameAmong = (texts: readonly string[]): string | undefined =>
  texts.map(nameIn).find((name) => name !== undefined && (name.length > 3 || /[\s@.]/.test(name)));

/** A person's name or sign-in: one to five words, no sentence, no label of a menu. */
function nameIn(text: string): string | undefined {
  const said = saying.exec(text)?.[1] ?? text;
  const name = said
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.,;:]$/, "");
  const words = name.split(" ");
  const fits = name.length >= 2 && name.length <= 60 && words.length <= 5 && /\p{L}{2}/u.test(name);
  return fits && !notNames.test(name) ? name : undefined;
}
