import type { ClinicalPage } from "#domain/sites/clinical-adapter";

const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

const anyVisible = (selectors: readonly string[]): boolean =>
  selectors.some((selector) => [...document.querySelectorAll(selector)].some(isVisible));

/** What stands at a record's address: the page that it promises, another one such as a sign-in form, or neither. */
export type Shown = "record" | "other" | "neither";

export function shownOf(page: ClinicalPage): Shown {
  if (anyVisible(page.unless)) return "other";
  return anyVisible(page.confirm) ? "record" : "neither";
}

/** Whether the page that the address promises is on the screen, and no sign-in form in its place. */
export const isDrawn = (page: ClinicalPage): boolean => shownOf(page) === "record";

/** What pages show while they wait for their server. */
const busy = [
  "[aria-busy='true']",
  "[role='progressbar']",
  "progress",
  "[class*='spinner' i]",
  "[class*='skeleton' i]",
  "[class*='loading' i]",
];
/** Less than this is no page that somebody could use, in characters. */
const leastText = 40;

/** Whether the page is still on its way: by its own signs, or because next to nothing stands on it. */
export const isLoading = (): boolean =>
  document.readyState !== "complete" ||
  anyVisible(busy) ||
  (document.body?.innerText ?? "").trim().length < leastText;

/** Rows of a list or of a search's results. */
export function rowsOf(page: ClinicalPage): number | undefined {
  return page.rows === undefined ? undefined : document.querySelectorAll(page.rows).length;
}
