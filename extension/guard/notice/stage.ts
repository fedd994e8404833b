import { createSurface, type Surface } from "../../dialog/surface.ts";
import { shadowOf } from "../gesture/file-inputs.ts";

const made = new WeakMap<Document, Surface>();

/** The surface of the outermost frame that may be written to: an editor's frame is no place for a dialog. */
export function stage(): Surface {
  const doc = outermost(window);
  const known = made.get(doc);
  if (known) return known;
  const surface = createSurface(doc);
  made.set(doc, surface);
  return surface;
}

/** Whether something happened in what is drawn by us in this frame: no act upon the page. */
export const isOurs = ({ target }: Event): boolean => target !== null && target === made.get(document)?.host;

/**
 * Takes away what an earlier version drew on this page, whose script the browser has ended: a dialog in which nobody
 * answers would stand before the page until it is loaded anew.
 */
export function clearDead(): void {
  const mine = made.get(document)?.host;
  for (const child of [...document.documentElement.children]) {
    const drawn = child !== mine && child.nodeName === "DIV" ? shadowOf(child) : null;
    if ([...(drawn?.children ?? [])].some(({ className }) => className === "chaperone")) child.remove();
  }
}

function outermost(from: Window): Document {
  let doc = from.document;
  try {
    for (let view = from; view.parent !== view; view = view.parent) doc = view.parent.document ?? doc;
  } catch {
    // The frame around belongs to another origin: the dialog stays in the last one that is of ours.
  }
  return doc.documentElement ? doc : from.document;
}
