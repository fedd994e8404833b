import type { MailAdapter } from "#domain/sites/adapter";
import { send } from "../send.ts";
import { tellLook } from "../tell-look.ts";
import { lookedAtOpen, lookedAtSend } from "./canary.ts";
import type { Guard } from "./guard.ts";
import { composerOf, rootByAdapter } from "./message/composer.ts";
import { watchForeignFrames } from "./notice/foreign-frame.ts";
import { isOrphaned } from "./orphaned.ts";

type State = "watching" | "idle" | "blind" | "late";

/** Milliseconds between a change of the page and a look at it, and until a composer that should be there is missed. */
const settle = 400;
const missedAfter = 5_000;

/**
 * Reports how well this frame is understood, and tells the guard when a composer appears. `blind`: a message is
 * being written, by the page's address, and the adapter does not find it; the structural guard holds all the same. Also
 * where something that was written has left unread.
 */
export function watchCoverage(guard: Guard): void {
  let told: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missingSince: number | undefined;
  const asked = new WeakSet<Element>();

  const tell = (state: State): void => {
    const adapter = guard.standing.adapter?.id;
    const firstOfChild = window !== window.top && told === undefined && state !== "watching";
    if (state === told || !adapter || isOrphaned() || firstOfChild) return;
    told = state;
    send("coverage", { adapter, state }).catch(() => undefined);
  };
  /** A page that is still being drawn shows less than it has. */
  const askLater = (adapter: MailAdapter): void => {
    const root = rootByAdapter(adapter);
    if (!root || asked.has(root)) return;
    asked.add(root);
    setTimeout(() => {
      if (root.isConnected && !isOrphaned())
        tellLook(adapter.id, lookedAtOpen(adapter, { root, byAdapter: true }));
    }, missedAfter);
  };
  const look = (): void => {
    timer = undefined;
    const { adapter, mode } = guard.standing;
    if (mode === "late") tell("late");
    if (!adapter || mode !== "on") return;
    const state = guard.sending.leftUnread ? "blind" : stateOf(adapter, () => guard.composerSeen());
    if (state === "watching") askLater(adapter);
    missingSince = state === "missing" ? (missingSince ?? performance.now()) : undefined;
    if (state !== "missing") tell(state);
    else if (performance.now() - (missingSince ?? 0) >= missedAfter) tell("blind");
    else timer = setTimeout(look, missedAfter);
  };
  const soon = (): void => {
    if (timer === undefined) timer = setTimeout(look, settle);
  };
  guard.sending.onUnread = soon;
  watchForeignFrames(() => guard.standing.takesSends && guard.sending.unread());
  guard.sending.onSending = ({ composer }) => {
    const { adapter, mode } = guard.standing;
    if (!adapter || mode !== "on" || isOrphaned()) return;
    tellLook(adapter.id, lookedAtSend(adapter, composer, guard.hasLetInto(composer.root)));
  };
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
  soon();
}

/** How a frame stands now; `missing` where the address says that a message is being written and none is found. */
function stateOf(adapter: MailAdapter, seen: () => void): "watching" | "idle" | "missing" {
  const expected = adapter.composeUrls.some((part) =>
    location.href.slice(location.origin.length).includes(part),
  );
  const known = rootByAdapter(adapter);
  const structural = adapter.compose.root.length === 0;
  // Looking at every button of a large page takes time: only where the adapter can't say, or should have known.
  const found = known ?? (structural || expected ? composerOf(adapter, undefined) : undefined);
  if (found) seen();
  if (known || (found && structural)) return "watching";
  return expected ? "missing" : "idle";
}
