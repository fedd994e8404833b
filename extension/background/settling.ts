import { browser } from "wxt/browser";
import type { Origin } from "../receive.ts";

/**
 * Puts what judges and asks into the frame that asks for it, and into no other.
 *
 * @throws If the browser does not allow it: the frame has gone, or the permission for its site.
 */
export async function bringSettling(_: unknown, { tab, frame, document }: Origin): Promise<null> {
  if (tab === undefined || frame === undefined) throw new Error("no frame asks");
  const target =
    document === undefined ? { tabId: tab, frameIds: [frame] } : { tabId: tab, documentIds: [document] };
  // At once: by itself it would wait for all that the page loads.
  await browser.scripting.executeScript({ target, files: ["/settling.js"], injectImmediately: true });
  return null;
}
