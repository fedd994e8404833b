import { frameBegan, pressedWithin } from "./channel.ts";
import { framesMost } from "./message/written.ts";

/** An editor in a frame has its page send what stands in it. */
export function tellAround(within: number): void {
  try {
    const around = window.parent !== window && window.parent.document;
    if (around) around.dispatchEvent(new CustomEvent(pressedWithin, { detail: String(within) }));
  } catch {
    // The page around is of another origin: what this frame writes, it sends by itself.
  }
}

/** Said to the page around this frame as it begins. */
export function tellBegun(): void {
  try {
    if (window.parent !== window) window.parent.document.dispatchEvent(new CustomEvent(frameBegan));
  } catch {
    // The page around is of another origin.
  }
}

/** A frame may send what was written around it. */
export function tellWithin(within: number): void {
  for (const frame of [...document.querySelectorAll("iframe")].slice(0, framesMost))
    frame.contentDocument?.dispatchEvent(new CustomEvent(pressedWithin, { detail: String(-within) }));
}
