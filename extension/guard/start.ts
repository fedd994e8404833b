import { browser } from "wxt/browser";
import { sayEarly } from "../dialog/early-strings.ts";
import { notify } from "../dialog/notices.ts";
import { policyChanged } from "../told-to-tabs.ts";
import { watchCoverage } from "./coverage.ts";
import { Guard } from "./guard.ts";
import { running } from "./late.ts";
import { wentUnanswered } from "./notice/departure.ts";
import { readyStage } from "./notice/make-stage.ts";
import { askOpenQuestion } from "./notice/open-question.ts";
import { tellUpdatedOnPress } from "./notice/orphaned.ts";
import { stage } from "./notice/stage.ts";

/** Starts the guard in this frame, once. */
export function startGuard(): void {
  const world = globalThis as { [running]?: boolean };
  if (world[running]) return;
  world[running] = true;
  readyStage();
  const guard = new Guard();
  tellUpdatedOnPress(() => guard.standing.takesFiles);
  browser.runtime.onMessage.addListener((message) => {
    if ((message as { name?: unknown } | null)?.name === policyChanged) guard.standing.ask();
  });
  guard.standing.ready.then(() => {
    watchCoverage(guard);
    if (window === window.top && guard.standing.mode === "on" && wentUnanswered()) {
      notify(stage(), { said: sayEarly("outcome.closed"), untilClosed: true });
    }
    if (window === window.top && guard.standing.mode === "on") void askOpenQuestion();
  });
}
