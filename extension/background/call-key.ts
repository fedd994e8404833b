import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { currentPairing } from "../pairing/pairing.ts";
import { stored } from "../stored.ts";

/** The command of the manifest: Alt Shift R, in any window of the browser. */
export const callCommand = "who-may-be-told";

/** For how long a press counts, where the popup has to be opened by hand. */
const counts = 10_000;
const wish = z.object({ tab: z.number(), at: z.number() });
const wished = stored<z.infer<typeof wish> | null>("session:callWish", z.nullable(wish), null);

/** What the popup begins with, once the key was pressed in this tab just now. A press counts once. */
export async function takeWish(
  tab: number | undefined,
  now: number,
): Promise<"call" | "handed-on" | undefined> {
  const before = await wished.get();
  if (before === null || before.tab !== tab) return undefined;
  await wished.remove();
  if (now < before.at || now - before.at > counts) return undefined;
  return (await handOn(before.tab)) ? "handed-on" : "call";
}

/** Opens the popup over the tab; it begins with the call about the record that is open there. */
export async function openCall(tab: number | undefined): Promise<void> {
  if (tab === undefined) return;
  const kept = wished.set({ tab, at: Date.now() });
  // Firefox opens it only while the key is being handled: before anything is waited for.
  const opened = browser.action.openPopup?.() ?? Promise.reject(new Error("no openPopup"));
  await kept;
  // Chrome has it from version 127 on; before, the next press on the icon begins with the call.
  await opened.catch(() => handOn(tab));
}

/** On the dashboard itself the key is the page's own: the browser gives it to us first, and so it is handed on. */
async function handOn(tabId: number): Promise<boolean> {
  const [pairing, tab] = await Promise.all([currentPairing.get(), browser.tabs.get(tabId)]);
  if (!pairing || tab.url === undefined || !isOf(tab.url, pairing.server)) return false;
  await browser.scripting.executeScript({ target: { tabId }, func: pressKey });
  return true;
}

function isOf(url: string, server: string): boolean {
  try {
    return new URL(url).origin === new URL(server).origin;
  } catch {
    return false;
  }
}

/** Runs in the dashboard's page: needs everything within itself. */
function pressKey(): void {
  const key = { key: "R", code: "KeyR", altKey: true, shiftKey: true, bubbles: true, cancelable: true };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", key));
}
