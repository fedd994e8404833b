import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import type { GuardPolicy } from "../../answers.ts";
import { readyStage } from "../../guard/notice/make-stage.ts";
import { untilShown } from "../../records/prerendered.ts";
import { tellOfPrintAround } from "../../records/printed-within.ts";
import { running } from "../../records/running.ts";
import { showUnwatched } from "../../records/unwatched.ts";
import type { Places } from "../../records/watch-place.ts";
import { watchRecord } from "../../records/watch-record.ts";
import { sendEarly } from "../../send.ts";
import { personChanged, policyChanged } from "../../told-to-tabs.ts";

/** Registered by the background for the clinic's own hosts; inert until it has said which system this is. */
export default defineContentScript({
  matches: ["https://*.cliniko.com/*"],
  registration: "runtime",
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: "document_start",
  async main(ctx) {
    const world = globalThis as { [running]?: boolean };
    if (world[running]) return;
    world[running] = true;
    readyStage();
    let watching: AbortController | undefined;
    let places: Places | undefined;
    let watched: string | undefined;
    let policy: GuardPolicy | undefined;
    let starts = true;
    tellOfPrintAround(() => places?.current()?.id !== undefined, ctx.signal);
    await untilShown();

    const look = async (): Promise<void> => {
      const frame = window === top ? "top" : "child";
      const hello = await sendEarly("hello", { adapter: "records", frame, starts });
      starts = false;
      policy = hello.paired ? hello.policy : undefined;
      const adapter = hello.adapter?.kind === "clinical" ? hello.adapter : undefined;
      showUnwatched(hello.paired || !adapter ? null : hello.unwatched);
      // The same facts are watched on; corrected ones anew.
      const facts = hello.paired && adapter ? JSON.stringify(adapter) : undefined;
      if (facts === watched) return;
      watching?.abort();
      places = undefined;
      watched = facts;
      if (!adapter || facts === undefined) return;
      watching = new AbortController();
      places = watchRecord(adapter, () => policy, AbortSignal.any([watching.signal, ctx.signal]));
    };
    browser.runtime.onMessage.addListener((message: { name?: unknown }) => {
      if (message.name === policyChanged) look().catch(() => undefined);
      if (message.name === personChanged) places?.seenAnew();
    });
    // Shown again out of the browser's memory, after another page: whatever stood in the tab has ended.
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      starts = true;
      look().catch(() => undefined);
    });
    await look().catch(() => undefined);
  },
});
