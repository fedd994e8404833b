import type { Page } from "playwright";
import { axeViolations, pictureForPeople, rulesOfColour, widerThanWindow } from "./dashboard-page.ts";

type Theme = "light" | "dark";

/** A window in which pages are looked at. */
export interface LooksAt {
  readonly width: number;
  readonly height: number;
  readonly themes: readonly Theme[];
}

/** The windows of a desk, a tablet and a telephone. Which colours meet is the same on the first two. */
export const wide = { width: 1440, height: 900, themes: ["light", "dark"] } as const satisfies LooksAt;
export const everyWidth: readonly LooksAt[] = [
  wide,
  { width: 1024, height: 768, themes: ["light"] },
  { width: 390, height: 844, themes: ["light", "dark"] },
];

/** Gives the open page another size, and waits until it stands in it: what watches its own width draws itself anew. */
export async function resized(
  page: Page,
  { width, height }: Pick<LooksAt, "width" | "height">,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Rules of axe whose answer hangs on where things stand, beside those of colour. */
const rulesOfPlace = ["scrollable-region-focusable"];

/** All that is written on a page, and what of it is shown: where both are as they were, so are the answers of axe's other rules. */
const written = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll("*")].map((one) =>
      Number(one.checkVisibility({ visibilityProperty: true })),
    );
    return document.documentElement.outerHTML + shown.join("");
  });

/**
 * What is wrong with the looks of the page that is open: what axe finds, and what does not fit. In the light theme all of
 * it; in the dark one, which the open page takes on, what hangs on colours. In a window in which it shows what it has
 * shown in another, what hangs on colours and on places. It is left wide and light. A page is loaded once for all
 * windows: its style sheets alone ask how wide it is.
 *
 * @param picture - Path of a picture without width and ending, for people to look at.
 */
export async function faultsOfLooks(
  page: Page,
  picture: string,
  windows: readonly LooksAt[] = everyWidth,
): Promise<string[]> {
  const found: string[] = [];
  const known = new Set<string>();
  for (const at of windows) {
    await resized(page, at);
    const rulesAt = async () => {
      const now = await written(page);
      // A window of one theme shows colours that were looked at in another.
      if (known.has(now)) return at.themes.length > 1 ? [...rulesOfColour, ...rulesOfPlace] : rulesOfPlace;
      known.add(now);
      return undefined;
    };
    for (const theme of at.themes) {
      const dark = theme === "dark";
      await page.emulateMedia({ colorScheme: theme });
      const path = `${picture}-${at.width}${dark ? "-dark" : ""}.png`;
      await pictureForPeople(page, { path, fullPage: true });
      const broken = await axeViolations(page, dark ? rulesOfColour : await rulesAt());
      const wider = await widerThanWindow(page);
      if (wider > 0) broken.push(`${wider} px wider than the window`);
      found.push(...broken.map((fault) => `${page.url()}, ${at.width} px, ${theme}: ${fault}`));
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: wide.width, height: wide.height });
  return found;
}
