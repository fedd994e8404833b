import type { Budget } from "../budget.ts";
import type { Box, Canvas, Eyes, Grey } from "./eyes.ts";
import { recognise, type Words } from "./recognise.ts";
import { flatness, turned } from "./turning.ts";

/** Share of a picture's words that must be sure for it to count as made out. */
const sureShare = 0.5;
/** Changes of ink from which lines are taken to stand on end. */
const standingUnder = 0.75;

/** Whether a picture's words were made out; one with none at all was looked at too. */
export const isMadeOut = ({ sure, seen }: Words) => seen === 0 || sure >= seen * sureShare;

const better = (one: Words, other: Words) => (other.sure > one.sure ? other : one);

/** Looks for words in a picture, whichever way up it is: upright first, then turned where nothing is made out. */
export async function look(grey: Grey, eyes: Eyes, budget: Budget, box?: Box): Promise<Words> {
  if (box) return recognise(grey, eyes, budget, box);
  const ways = flatness(grey) < standingUnder ? [1, 3] : [0, 2];
  let best: Words = { text: "", sure: 0, seen: 0 };
  for (const quarters of ways) {
    best = better(best, await recognise(turned(grey, quarters), eyes, budget));
    if (best.seen > 0 && isMadeOut(best)) break;
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
