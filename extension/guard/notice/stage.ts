import type { Surface } from "../../dialog/surface.ts";

/** In this frame's world of ours, so that a script which comes later draws where the first does. */
const key = Symbol.for("chaperone stage");
const hostKey = Symbol.for("chaperone host");
const world = globalThis as { [key]?: () => Surface; [hostKey]?: EventTarget };

/** Says where things are drawn in this frame (`make-stage.ts`), once. */
export function stageIs(surface: () => Surface): void {
  world[key] ??= surface;
}

/** The surface of the outermost frame that may be written to: an editor's frame is no place for a dialog. */
export function stage(): Surface {
  const surface = world[key];
  if (!surface) throw new Error("nothing was made ready to draw on");
  const drawn = surface();
  world[hostKey] = drawn.host;
  return drawn;
}

/** Whether something happened in what is drawn by us in this frame: no act upon the page. */
export const isOurs = ({ target }: Event): boolean => target !== null && target === world[hostKey];
