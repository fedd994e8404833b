import type { ClinicalPage } from "#domain/sites/clinical-adapter";

const isVisible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

const anyVisible = (selectors: readonly string[]): boolean =>
  selectors.some((selector) => [...document.querySelectorAll(selector)].some(isVisible));

/** Whether the page that the address promises is on the screen, and no sign-in form in its place. */
export function isDrawn(page: ClinicalPage): boolean {
  return anyVisible(page.confirm) && !anyVisible(page.unless);
}

/** Rows of a list or of a search's results. */
export function rowsOf(page: ClinicalPage): number | undefined {
  return page.rows === undefined ? undefined : document.querySelectorAll(page.rows).length;
}
