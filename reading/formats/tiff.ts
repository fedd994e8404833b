import { type Budget, Unreadable } from "../budget.ts";
import type { Eyes, Grey } from "../pictures/eyes.ts";
import { isMadeOut, look } from "../pictures/look.ts";
import type { Taken } from "../taken.ts";

/** Pages of one file, and points of one page, that are unpacked. */
const pagesAtMost = 500;
const pointsAtMost = 60_000_000;

/** The words of a TIFF, page by page, as fax machines and scanners write it. */
export async function readTiff(file: Blob, budget: Budget, eyes: Eyes): Promise<Taken> {
  const { default: tiff } = await import("utif2");
  const bytes = await file.arrayBuffer();
  if (!endsItsPages(new DataView(bytes))) throw new Unreadable("damaged");
  let pages: ReturnType<typeof tiff.decode>;
  try {
    pages = tiff.decode(bytes).slice(0, pagesAtMost);
  } catch {
    throw new Unreadable("damaged");
  }
  const texts: string[] = [];
  const missed: number[] = [];
  let unreadable: Taken["unreadable"];
  for (const [place, page] of pages.entries()) {
    try {
      budget.check();
      const [wide = 0] = (page.t256 as number[] | undefined) ?? [];
      const [high = 0] = (page.t257 as number[] | undefined) ?? [];
      if (wide * high > pointsAtMost || wide * high === 0) throw new Unreadable("too-large");
      tiff.decodeImage(bytes, page);
      const words = await look(greyOf(tiff.toRGBA8(page), page.width, page.height), eyes, budget);
      if (!isMadeOut(words) || words.solid === 0) throw new Unreadable("too-faint");
      texts.push(budget.takeText(words.text));
    } catch (problem) {
      unreadable = problem instanceof Unreadable ? problem.reason : "damaged";
      missed.push(place + 1);
    }
    budget.progress({ unit: "page", done: place + 1, of: pages.length });
  }
  return {
    format: "tiff",
    text: texts.join("\n\n"),
    read: { unit: "page", done: pages.length - missed.length, of: Math.max(1, pages.length) },
    unreadable: pages.length === 0 ? "damaged" : unreadable,
    missed,
  };
}

/** Whether its pages come to an end within the bound: each names where the next one stands (TIFF 6.0, section 2). */
function endsItsPages(view: DataView): boolean {
  const little = view.getUint8(0) === 0x49;
  let at = view.getUint32(4, little);
  for (let page = 0; at !== 0; page++) {
    if (page >= pagesAtMost || at + 6 > view.byteLength) return false;
    const next = at + 2 + view.getUint16(at, little) * 12;
    if (next + 4 > view.byteLength) return false;
    at = view.getUint32(next, little);
  }
  return true;
}

function greyOf(colours: Uint8Array, width: number, height: number): Grey {
  const shades = new Uint8Array(width * height);
  for (let at = 0; at < shades.length; at++)
    shades[at] =
      0.299 * (colours[at * 4] ?? 0) +
      0.587 * (colours[at * 4 + 1] ?? 0) +
      0.114 * (colours[at * 4 + 2] ?? 0);
  return { width, height, shades };
}
