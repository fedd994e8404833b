import { browser } from "wxt/browser";
import { notify } from "../dialog/notices.ts";
import { say } from "../dialog/strings.ts";
import { policyChanged } from "../told-to-tabs.ts";
import { watchCoverage } from "./coverage.ts";
import { Guard } from "./guard.ts";
import { running } from "./late.ts";
import { askOpenQuestion } from "./notice/ask-received.ts";
import { wentUnanswered } from "./notice/departure.ts";
import { tellUpdatedOnPress } from "./notice/orphaned.ts";
import { stage } from "./notice/stage.ts";

/** Starts the guard in this frame, once. */
export function startGuard(): void {
  const world = globalThis as { [running]?: boolean };
  if (world[running]) return;
  world[running] = true;
  const guard = new Guard();
  tellUpdatedOnPress(() => guard.standing.takesFiles);
  browser.runtime.onMessage.addListener((message) => {
    if ((message as { name?: unknown } | null)?.name === policyChanged) guard.standing.ask();
  });
  guard.standing.ready.then(() => {
    watchCoverage(guard);
    if (window === window.top && guard.standing.mode === "on" && wentUnanswered()) {
      notify(stage(), { said: say("outcome.closed"), untilClosed: true });
    }
    if (window === window.top && guard.standing.mode === "on") void askOpenQuestion();
  });
}
