import type { Budget } from "../budget.ts";
import type { Canvas, Eyes, Grey } from "./eyes.ts";
import { recognise, type Words } from "./recognise.ts";
import { standsOnEnd, turned } from "./turning.ts";

/** Share of the letters in a picture that must stand in sure words for it to count as made out. */
const solidShare = 0.4;

/** Whether a picture's words were made out; one with none at all was looked at too. */
export const isMadeOut = ({ solid, letters }: Words) => letters === 0 || solid >= letters * solidShare;

const nothing: Words = { text: "", sure: 0, seen: 0, solid: 0, letters: 0 };

/** Looks for words in a picture, whichever way up it is: the likeliest way first, the others where nothing is made out. */
export async function look(grey: Grey, eyes: Eyes, budget: Budget): Promise<Words> {
  const ways = standsOnEnd(grey) ? [1, 3, 0, 2] : [0, 2, 1, 3];
  let best = nothing;
  for (const [place, quarters] of ways.entries()) {
    const words = await recognise(turned(grey, quarters), eyes, budget);
    if (words.solid > best.solid || place === 0) best = words;
    if (best.letters > 0 && isMadeOut(best)) break;
    // Where there is nothing like writing, two ways are enough.
    if (place === 1 && best.letters === 0) break;
  }
  return best;
}

/** The shades of what was drawn on a canvas. */
export function greyOf(canvas: Canvas): Grey {
  const { width, height } = canvas;
  const data = canvas.getContext("2d", { willReadFrequently: true })?.getImageData(0, 0, width, height).data;
  const shades = new Uint8Array(width * height);
  if (data)
    for (let at = 0; at < shades.length; at++)
      // ITU-R BT.601
      shades[at] =
        0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0);
  return { width, height, shades };
}

/** Share of dark points under which a picture is blank, as the back of a scanned sheet. */
const blankUnder = 0.0005;
/** Share of light points of a scan, where a photo has many shades. */
const paperFrom = 0.5;

export function isBlank({ shades }: Grey): boolean {
  let dark = 0;
  for (const shade of shades) if (shade < 160) dark++;
  return dark <= shades.length * blankUnder;
}

export function isPaper({ shades }: Grey): boolean {
  let light = 0;
  for (const shade of shades) if (shade > 200) light++;
  return light >= shades.length * paperFrom;
}
