import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright";

/** The text of each page as it is printed on A4. */
export async function printedPages(page: Page): Promise<string[]> {
  const data = new Uint8Array(await page.pdf({ format: "A4" }));
  const task = getDocument({ data, disableFontFace: true, verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  await task.destroy();
  return texts;
}

/** Texts of what can be pressed and would be printed; rows and what stands open or shut are texts. */
export async function printedButtons(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, [role=button], nav, [data-look], select, input")]
      .filter((one) => one.checkVisibility() && !one.matches("[data-row], [data-prints], [aria-expanded]"))
      .map((one) => `${one.tagName} ${one.innerText || one.getAttribute("aria-label") || one.id}`),
  );
  await page.emulateMedia({ media: null });
  return found;
}
