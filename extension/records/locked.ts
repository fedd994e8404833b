import { browser } from "wxt/browser";

/** Shortest that both browsers take, in seconds; whether somebody is idle does not matter here. */
const idleAfter = 15;

/** Whether the screen is locked, as far as the browser is told: on some systems nobody tells it. */
export const isLocked = async (): Promise<boolean> =>
  (await browser.idle.queryState(idleAfter).catch(() => "active")) === "locked";
