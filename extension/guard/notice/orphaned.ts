import { sayEarly } from "../../dialog/early-strings.ts";
import { notify } from "../../dialog/notices.ts";
import { onePerWorld } from "../../one-per-world.ts";
import { isOrphaned } from "../orphaned.ts";
import { stage } from "./stage.ts";
import { barStands } from "./unwatched.ts";

const told = onePerWorld("updated", (): { notice?: { close(): void } } => ({}));

/** Says that the extension was updated beneath this page. What was held stays held. */
export function tellUpdated(): void {
  told.notice?.close();
  told.notice = notify(stage(), {
    said: sayEarly("updated"),
    more: sayEarly("updated.draft"),
    link: { label: sayEarly("updated.reload"), pressed: () => window.location.reload() },
    untilClosed: true,
  });
}

/**
 * What is written goes unchecked from an update on: the person hears of it at the first press, not only with a file.
 * Where the new version has reached this page, its bar says so already.
 */
export function tellUpdatedOnPress(guards: () => boolean): void {
  const pressed = (): void => {
    if (!isOrphaned()) return;
    window.removeEventListener("pointerdown", pressed, true);
    if (guards() && !told.notice && !barStands()) tellUpdated();
  };
  window.addEventListener("pointerdown", pressed, true);
}
