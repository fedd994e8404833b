import { browser } from "wxt/browser";
import { type Stored, stored } from "../stored.ts";
import { noVisit, type Visit, visit } from "./visit.ts";

/** The visit of one frame. Frames keep their number while they navigate; a closed tab's are dropped. */
export const visitOf = (tab: number, frame: number): Stored<Visit> =>
  stored<Visit>(`session:visit:${tab}:${frame}`, visit, noVisit);

export async function forgetVisits(tab: number): Promise<void> {
  const all = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(all.filter((key) => key.startsWith(`visit:${tab}:`)));
}

/** What the tab shows, whichever of its frames shows it. */
export async function currentVisit(tab: number): Promise<Visit["current"]> {
  const all = await browser.storage.session.get(null);
  for (const [key, value] of Object.entries(all)) {
    if (!key.startsWith(`visit:${tab}:`)) continue;
    const read = visit.safeParse(value);
    if (read.success && read.data.current) return read.data.current;
  }
  return null;
}
