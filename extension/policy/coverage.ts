import * as z from "zod/mini";
import { type Health, health } from "#domain/ledger/event";
import { patientList } from "#domain/sites/patient-list";
import { type ListStanding, listStanding } from "../exact/standing.ts";
import { stored } from "../stored.ts";
import { correctionsRefused } from "./corrections.ts";
import { currentPolicy } from "./held-policy.ts";
import { missesOf } from "./misses.ts";
import { sitesNotAllowed } from "./scripts.ts";
import { isAlive } from "./tabs.ts";
import { watchedSites } from "./watched-sites.ts";

/**
 * How well an adapter understands what it watches; the worst of several counts. `late`: the page was open before it
 * could be watched, and waits for a reload.
 */
export const coverStates = ["watching", "idle", "blind", "late"] as const;
export type CoverState = (typeof coverStates)[number];

const frame = z.object({
  tab: z.int(),
  frame: z.int(),
  adapter: z.string(),
  host: z.string(),
  state: z.enum(coverStates),
  held: z.int(),
});
export type WatchedFrame = z.infer<typeof frame>;

/** Of the list of the clinic's own patients, where not all of it is asked. */
const listStates: Readonly<Partial<Record<ListStanding, CoverState>>> = {
  "not-here": "blind",
  unreadable: "blind",
  older: "late",
};

/** Frames that a content script watches now. */
const watched = stored<WatchedFrame[]>("session:frames", z.array(frame), []);

export const watchedFrames = (): Promise<WatchedFrame[]> => watched.get();

const isFrame = (one: WatchedFrame, tab: number, id: number): boolean => one.tab === tab && one.frame === id;

/** A frame starts, changes its state, or holds another number of documents. A new top page ends its frames. */
export async function coverFrame(
  at: Pick<WatchedFrame, "tab" | "frame" | "host">,
  told: Partial<Pick<WatchedFrame, "adapter" | "state" | "held">>,
  starts = false,
): Promise<void> {
  await watched.change((frames) => {
    const before = frames.find((one) => isFrame(one, at.tab, at.frame));
    const others = frames.filter((one) =>
      starts && at.frame === 0 ? one.tab !== at.tab : !isFrame(one, at.tab, at.frame),
    );
    const fresh = { adapter: "", state: "idle" as const, held: 0, ...at };
    return [...others, { ...(starts ? fresh : (before ?? fresh)), ...told }];
  });
}

export async function forgetFrames(tab: number): Promise<void> {
  await watched.change((frames) => frames.filter((one) => one.tab !== tab));
}

/** Drops frames whose page is gone without a word. */
export async function dropDeadFrames(tab: number): Promise<void> {
  const dead: WatchedFrame[] = [];
  for (const one of await watched.get()) {
    if (one.tab === tab && !(await isAlive(one.tab, one.frame))) dead.push(one);
  }
  await watched.change((frames) =>
    frames.filter((one) => !dead.some((gone) => isFrame(one, gone.tab, gone.frame))),
  );
}

/** What a heartbeat says of this browser: each adapter once, in its worst state. */
export async function currentHealth(version: string, waiting: number): Promise<Health> {
  const policy = await currentPolicy();
  const named = policy?.sites ?? [];
  const states = new Map<string, CoverState | "no-access" | "refused">(
    policy ? watchedSites(named).map(({ adapter }) => [adapter, "idle"]) : [],
  );
  for (const [adapter, all] of statesOf(await watched.get())) states.set(adapter, worstOf(all));
  for (const { adapter } of policy ? await sitesNotAllowed(named) : []) states.set(adapter, "no-access");
  if (await correctionsRefused.get()) states.set("corrections", "refused");
  const list = listStates[await listStanding()];
  if (list) states.set(patientList, list);
  const adapters = await Promise.all(
    [...states].slice(0, 100).map(async ([id, state]) => {
      const misses = await missesOf(id);
      return { id, state, ...(misses.length > 0 ? { misses } : {}) };
    }),
  );
  return health.parse({ version, adapters, waiting });
}

function statesOf(frames: readonly WatchedFrame[]): Map<string, CoverState[]> {
  const all = new Map<string, CoverState[]>();
  for (const { adapter, state } of frames) {
    if (adapter) all.set(adapter, [...(all.get(adapter) ?? []), state]);
  }
  return all;
}

/** `blind` and `late` hide nothing, `watching` is more than `idle`. */
export function worstOf(states: readonly CoverState[]): CoverState {
  if (states.includes("blind")) return "blind";
  if (states.includes("late")) return "late";
  return states.includes("watching") ? "watching" : "idle";
}
