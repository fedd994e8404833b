import { browser } from "wxt/browser";
import { milliseconds, policy as numbers } from "#domain/policy";
import { unnamedSystem } from "../dialog/strings.ts";
import { listStanding } from "../exact/standing.ts";
import { counts } from "../outbox/contents.ts";
import { howSendingGoes } from "../outbox/sending.ts";
import { currentPairing, lastClinic } from "../pairing/pairing.ts";
import { type WatchedFrame, watchedFrames } from "./coverage.ts";
import { currentPolicy } from "./held-policy.ts";
import { toolbarWords } from "./toolbar-words.ts";

/** States of the toolbar icon, the worst first (mock/extension/badge.html). */
export const toolbarStates = ["unpaired", "held", "blind", "offline", "on"] as const;
export type ToolbarState = (typeof toolbarStates)[number];

export interface Toolbar {
  readonly state: ToolbarState;
  readonly badge: string;
  readonly title: string;
}

interface Facts {
  readonly paired: boolean;
  /** Whether the clinic's rules can be read here. */
  readonly ruled: boolean;
  /** Whether the clinic's list of patients is wanted here and can't be asked, or is an older one. */
  readonly listTrouble: boolean;
  readonly offline: boolean;
  readonly waiting: number;
  readonly approvedSystem: string;
  /** Frames of the tab; none for all other tabs. */
  readonly frames: readonly Pick<WatchedFrame, "state" | "held">[];
}

/** The one state that a tab's icon shows. */
export function toolbarFor(facts: Facts): Toolbar {
  const { paired, ruled, listTrouble, offline, waiting, approvedSystem, frames } = facts;
  const held = frames.reduce((sum, frame) => sum + frame.held, 0);
  if (!paired && frames.length > 0) {
    return {
      state: "unpaired",
      badge: "!",
      title: toolbarWords.pageUnpaired,
    };
  }
  if (paired && !ruled) {
    return {
      state: "unpaired",
      badge: frames.length > 0 ? "!" : "",
      title: toolbarWords.unruled,
    };
  }
  if (!paired) return { state: "unpaired", badge: "", title: toolbarWords.unpaired };
  if (held > 0) {
    return { state: "held", badge: String(held), title: toolbarWords.held };
  }
  if (frames.some(({ state }) => state === "blind")) {
    return {
      state: "blind",
      badge: "",
      title: toolbarWords.blind(approvedSystem || unnamedSystem),
    };
  }
  if (frames.some(({ state }) => state === "late")) {
    return {
      state: "blind",
      badge: "!",
      title: toolbarWords.late,
    };
  }
  if (listTrouble && frames.length > 0)
    return { state: "blind", badge: "!", title: toolbarWords.listTrouble };
  if (offline && waiting > 0) {
    return {
      state: "offline",
      badge: waiting > 99 ? "99+" : String(waiting),
      title: toolbarWords.waiting(waiting),
    };
  }
  const watching = frames.length > 0;
  return {
    state: "on",
    badge: "",
    title: watching ? toolbarWords.watching : toolbarWords.nothing,
  };
}

/** Whether the server has been silent long enough to say so. */
export function isOffline(silentSince: number | null, now: number): boolean {
  return silentSince !== null && now - silentSince >= milliseconds(numbers.offlineShownAfter);
}

/** Draws that are due: one after the other, so that an older reading never covers a newer one. */
let drawing: Promise<void> | undefined;
let waiting: Promise<void> | undefined;

/**
 * Brings the toolbar in line with what is the case now: for all tabs, and for each that is watched. Who asks while it is
 * being drawn waits for one more drawing, which reads anew.
 */
export function showToolbar(): Promise<void> {
  if (!drawing) {
    drawing = drawToolbar().finally(() => {
      drawing = undefined;
    });
    return drawing;
  }
  waiting ??= drawing
    .catch(() => undefined)
    .then(() => {
      waiting = undefined;
      return showToolbar();
    });
  return waiting;
}

async function drawToolbar(): Promise<void> {
  const [pairing, policy, sending, clinic, frames, list] = await Promise.all([
    currentPairing.get(),
    currentPolicy(),
    howSendingGoes.get(),
    lastClinic.get(),
    watchedFrames(),
    listStanding(),
  ]);
  const { waiting: events } = await counts().catch(() => ({ waiting: 0 }));
  const facts = {
    paired: pairing !== null,
    ruled: policy !== null,
    listTrouble: list !== "off" && list !== "kept",
    offline: isOffline(sending.silentSince, Date.now()),
    waiting: events,
    approvedSystem: clinic.system,
  };
  await show(toolbarFor({ ...facts, frames: [] }));
  for (const tab of new Set(frames.map((frame) => frame.tab))) {
    await show(toolbarFor({ ...facts, frames: frames.filter((frame) => frame.tab === tab) }), tab).catch(
      () => undefined,
    );
  }
}

async function show({ state, badge, title }: Toolbar, tabId?: number): Promise<void> {
  const path = { 16: `/icons/${state}-16.png`, 24: `/icons/${state}-24.png`, 32: `/icons/${state}-32.png` };
  await Promise.all([
    browser.action.setIcon({ path, tabId }),
    browser.action.setBadgeText({ text: badge, tabId }),
    browser.action.setBadgeBackgroundColor({ color: "#1B2B2A", tabId }),
    browser.action.setTitle({ title, tabId }),
  ]);
}
