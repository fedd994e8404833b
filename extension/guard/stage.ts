import { createSurface, type Surface } from "../dialog/surface.ts";

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

function outermost(from: Window): Document {
  let doc = from.document;
  try {
    for (let view = from; view.parent !== view; view = view.parent) doc = view.parent.document ?? doc;
  } catch {
    // The frame around belongs to another origin: the dialog stays in the last one that is of ours.
  }
  return doc.documentElement ? doc : from.document;
}
