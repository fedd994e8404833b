import { browser } from "wxt/browser";
import { type Stored, stored } from "../stored.ts";
import { moved, noVisit, type Visit, visit } from "./visit.ts";

/** The visit of one frame. Frames keep their number while they navigate; a closed tab's are dropped. */
export const visitOf = (tab: number, frame: number): Stored<Visit> =>
  stored<Visit>(`session:visit:${tab}:${frame}`, visit, noVisit);

export async function forgetVisits(tab: number): Promise<void> {
  const all = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(all.filter((key) => key.startsWith(`visit:${tab}:`)));
}

type Open = NonNullable<Visit["current"]>;

/** The records that frames show now, each with the key of its frame's visit. */
async function openRecords(): Promise<(readonly [key: string, open: Open])[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([key, value]) => {
    if (!key.startsWith("visit:")) return [];
    const read = visit.safeParse(value);
    return read.success && read.data.current ? [[key, read.data.current] as const] : [];
  });
}

/** What the tab shows, whichever of its frames shows it. */
export async function currentVisit(tab: number): Promise<Visit["current"]> {
  const here = (await openRecords()).find(([key]) => key.startsWith(`visit:${tab}:`));
  return here?.[1] ?? null;
}

/** What all other frames of this browser show. */
export async function visitsBeside(tab: number, frame: number): Promise<Open[]> {
  const others = (await openRecords()).filter(([key]) => key !== `visit:${tab}:${frame}`);
  return others.map(([, open]) => open);
}

/**
 * The tab shows another page: of the records that its frames showed, those are left that no frame of their system shows now.
 *
 * @param watched - The frames of the tab that are watched now, each with its adapter.
 */
export async function leaveRecords(
  tab: number,
  watched: readonly { readonly frame: number; readonly adapter: string }[],
): Promise<void> {
  for (const [key, { system }] of await openRecords()) {
    if (!key.startsWith(`visit:${tab}:`)) continue;
    const frame = Number(key.split(":")[2]);
    if (watched.some((one) => one.frame === frame && system.startsWith(`${one.adapter}:`))) continue;
    await visitOf(tab, frame).change((before) => moved(before, undefined));
  }
}
