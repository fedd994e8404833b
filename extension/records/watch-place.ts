import { milliseconds, policy } from "#domain/policy";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { Asked } from "./asked.ts";
import { isDrawn } from "./drawn.ts";
import { type Place, placeOf } from "./route.ts";

/** How often a page that is still being drawn is looked at, in milliseconds; slower once it has taken long. */
const lookEvery = { first: 250, later: 1_500, longAfter: 15_000 };

interface Watcher {
  /** The frame shows another record, or none. */
  readonly onPlace: (place: Place | undefined) => void;
  /** A page was drawn and visible long enough to count as seen. Once for each arrival at a place. */
  readonly onSeen: (place: Place) => void;
  /** A record's address, and nothing of a record on the page for long. */
  readonly onMissing: (place: Place) => void;
}

export interface Places {
  current(): Place | undefined;
  /** Somebody else may sit here now: what is on the screen is seen once more, after as long as ever. */
  seenAnew(): void;
}

/** Watches which record this frame shows, through all kinds of navigation, until `signal` aborts. */
export function watchPlace(adapter: ClinicalAdapter, watcher: Watcher, signal: AbortSignal): Places {
  let place: Place | undefined;
  let key: string | undefined;
  let arrived = 0;
  let visibleSince: number | undefined;
  let done = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = new Asked();

  const look = (): void => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const now = performance.now();
    const here = placeOf(adapter, location);
    const hereKey = here
      ? `${here.page.kind} ${here.page.page} ${here.id ?? here.term ?? ""} ${here.item ?? ""}`
      : "";
    if (hereKey !== key) {
      if (here) asked.arrive(here, key === undefined);
      [place, key, arrived, visibleSince, done] = [here, hereKey, now, undefined, false];
      watcher.onPlace(place);
    }
    const search = place?.page.kind === "record.search";
    if (!place || done || (search && !asked.counts()) || document.visibilityState !== "visible") {
      visibleSince = undefined;
      return;
    }
    if (!isDrawn(place.page)) {
      visibleSince = undefined;
      const long = now - arrived > lookEvery.longAfter;
      if (long) watcher.onMissing(place);
      timer = setTimeout(look, long ? lookEvery.later : lookEvery.first);
      return;
    }
    visibleSince ??= now;
    const left = milliseconds(policy.viewCountsAfter) - (now - visibleSince);
    if (left > 0) {
      timer = setTimeout(look, Math.min(left, lookEvery.first));
      return;
    }
    done = true;
    if (search) asked.told();
    watcher.onSeen(place);
  };

  /** A search in the same place is another search. What it found before is taken off the page only then. */
  const clicked = ({ target }: MouseEvent): void => {
    const asks = placeOf(adapter, location)?.page.asks ?? [];
    if (!(target instanceof Element) || !asks.some((selector) => target.closest(selector))) return;
    asked.click();
    [visibleSince, done] = [undefined, false];
    clearTimeout(timer);
    timer = setTimeout(look, lookEvery.first);
  };

  const seenAnew = (): void => {
    if (place?.page.kind === "record.search") return;
    [visibleSince, done] = [undefined, false];
    look();
  };

  const options = { signal };
  addEventListener("popstate", look, options);
  addEventListener("hashchange", look, options);
  addEventListener("pageshow", look, options);
  document.addEventListener("visibilitychange", look, options);
  document.addEventListener("DOMContentLoaded", look, options);
  document.addEventListener("click", clicked, { signal, capture: true });
  if ("navigation" in globalThis) {
    navigation.addEventListener("currententrychange", look, options);
  } else {
    // Firefox before 147 tells nothing of pushState. Drop with its ESR 140.
    const every = setInterval(look, lookEvery.later);
    signal.addEventListener("abort", () => clearInterval(every), { once: true });
  }
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  look();
  // Read anew: an act may come before the move to its place was noticed.
  return { current: () => placeOf(adapter, location), seenAnew };
}
