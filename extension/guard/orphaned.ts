import { notify } from "../dialog/notices.ts";
import { say } from "../dialog/strings.ts";
import { stage } from "./stage.ts";

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
