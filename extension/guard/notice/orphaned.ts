import { notify } from "../../dialog/notices.ts";
import { say } from "../../dialog/strings.ts";
import { isOrphaned } from "../orphaned.ts";
import { stage } from "./stage.ts";
import { barStands } from "./unwatched.ts";

let told: { close(): void } | undefined;

/** Says that the extension was updated beneath this page. What was held stays held. */
export function tellUpdated(): void {
  told?.close();
  told = notify(stage(), {
    said: say("updated"),
    more: say("updated.draft"),
    link: { label: "updated.reload", pressed: () => window.location.reload() },
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
    if (guards() && !told && !barStands()) tellUpdated();
  };
  window.addEventListener("pointerdown", pressed, true);
}
