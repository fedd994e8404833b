import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Budget, Unreadable } from "../../budget.ts";
import type { Box, Eyes, Grey } from "../../pictures/eyes.ts";
import { greyOf, isBlank, isMadeOut, isPaper, look } from "../../pictures/look.ts";
import { isGarbled, isGarbledFont } from "./garbled.ts";
import type { Unseen } from "./unseen.ts";

/** Points an inch at which a page is drawn to be looked at; a page holds 72 of its own. */
const fineness = 200;
/** Points of a page's longer side that are drawn at most. */
const longestSide = 3_000;
/** Room that is left around a picture, in points of the page. */
const margin = 2;
/** Share of a page from which a picture of ink on paper is a scan: one without a word was not made out. */
const scanFrom = 0.4;
/** Marks that look like words from which a picture is taken to hold writing. */
const marksOfWriting = 5;
/** Words that must be made out on a page whose text layer is wrong. */
const wordsOfAPage = 3;

/**
 * Draws a page, with the layers that it hides, and looks for words in what its text layer doesn't tell.
 *
 * @throws {Unreadable} `too-faint` where marks are not made out, `garbled` where a wrong text layer is all there is,
 *   `timed-out`.
 */
export async function lookAt(
  page: PDFPageProxy,
  unseen: Unseen,
  eyes: Eyes,
  budget: Budget,
  optionalContentConfigPromise: ReturnType<PDFDocumentProxy["getOptionalContentConfig"]>,
): Promise<string> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(fineness / 72, longestSide / Math.max(width, height, 1));
  const viewport = page.getViewport({ scale });
  const canvas = eyes.canvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  // biome-ignore lint/suspicious/noExplicitAny: PDF.js's types know only the canvas of a page.
  const context = canvas.getContext("2d", { willReadFrequently: true }) as any;
  await page.render({ canvas: null, canvasContext: context, viewport, optionalContentConfigPromise }).promise;
  const grey = greyOf(canvas);
  if (unseen.areas) return inAreas(unseen, grey, viewport, eyes, budget);
  if (isBlank(grey)) return "";
  const words = await look(grey, eyes, budget);
  if (unseen.why === "garbled" && isGarbled(words.text)) throw new Unreadable("garbled");
  if (!isMadeOut(words) || words.sure < (unseen.why === "garbled" ? wordsOfAPage : 1))
    throw new Unreadable(unseen.why === "garbled" ? "garbled" : "too-faint");
  return words.text;
}

async function inAreas(
  unseen: Unseen,
  grey: Grey,
  viewport: { convertToViewportPoint(x: number, y: number): number[] },
  eyes: Eyes,
  budget: Budget,
): Promise<string> {
  const texts: string[] = [];
  for (const { why, at } of unseen.areas ?? []) {
    const [left, bottom, right, top] = at;
    const [x = 0, y = 0] = viewport.convertToViewportPoint(left - margin, top + margin);
    const [toX = 0, toY = 0] = viewport.convertToViewportPoint(right + margin, bottom - margin);
    const box = inside(grey, Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY));
    const part = cut(grey, box);
    // Letters of which nothing is drawn are of a font that isn’t there.
    if (isBlank(part) && why === "garbled") throw new Unreadable("garbled");
    if (isBlank(part)) continue;
    const words = await look(part, eyes, budget);
    const nothing = words.solid === 0 && isPaper(part) && unseen.share >= scanFrom;
    // A font that isn’t there is drawn by the letters that its map gives: what is made out is as wrong as they are.
    if (why === "garbled" && (!isMadeOut(words) || words.sure === 0 || isGarbledFont(words.text)))
      throw new Unreadable("garbled");
    if (nothing || (!isMadeOut(words) && words.seen > marksOfWriting)) throw new Unreadable("too-faint");
    texts.push(words.text);
  }
  return texts.join("\n");
}

function inside({ width, height }: Grey, left: number, top: number, right: number, bottom: number): Box {
  const box = { left: Math.max(0, Math.floor(left)), top: Math.max(0, Math.floor(top)) };
  return {
    ...box,
    width: Math.max(1, Math.min(width, Math.ceil(right)) - box.left),
    height: Math.max(1, Math.min(height, Math.ceil(bottom)) - box.top),
  };
}

function cut({ width, shades }: Grey, box: Box): Grey {
  const out = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * width + box.left;
    out.set(shades.subarray(from, from + box.width), y * box.width);
  }
  return { width: box.width, height: box.height, shades: out };
}
