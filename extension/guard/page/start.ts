import { calls } from "../channel.ts";
import { holdAddresses } from "./addresses.ts";
import { holdClipboard } from "./clipboard.ts";
import { Hook } from "./hook.ts";
import { holdDetachedInputs } from "./inputs.ts";
import { dispatch, listen } from "./originals.ts";
import { holdWhenOrphaned } from "./orphan.ts";
import { holdPickers } from "./pickers.ts";
import { leave, replayGesture } from "./replay.ts";
import { holdRequests } from "./requests.ts";
import { holdSubmit } from "./submit.ts";
import { answerWalkers } from "./walked.ts";
import { watchWorkers } from "./workers.ts";

/** Everything of the guard that runs in the page's own world, once a frame. Call it before any script of the page. */
export function startHook(): void {
  if (!dispatch(document, new Event(calls.there, { cancelable: true }))) return;
  listen(document, calls.there, (event) => event.preventDefault());
  const hook = new Hook((message) => {
    if (message.kind === "replay") replayGesture(hook, message.id, message.gesture);
    else if (message.kind === "leave") leave(hook, message.id);
  });
  const orphaned = holdWhenOrphaned(hook);
  orphaned();
  answerWalkers();
  holdDetachedInputs(hook);
  holdPickers(hook);
  holdClipboard(hook);
  holdSubmit(hook);
  holdRequests(hook);
  holdAddresses(hook);
  watchWorkers(hook);
  // An editor's document.open() takes every listener off the window; observers stay.
  new MutationObserver(() => {
    hook.listen();
    orphaned();
  }).observe(document, { childList: true });
}
