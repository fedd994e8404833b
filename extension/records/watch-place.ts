import { milliseconds } from "#domain/policy-number";
import { pagePolicy } from "#domain/policy-of-pages";
import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import { Asked } from "./asked.ts";
import { isLoading, type Shown, shownOf } from "./drawn.ts";
import { type Place, placeOf } from "./route.ts";

/** How often a page that is still being drawn is looked at, in milliseconds; slower once it has taken long. */
const lookEvery = { first: 250, later: 1_500, longAfter: 15_000 };
/** How often a page that was seen is looked at for other markup, in milliseconds. */
const lookAgain = 5_000;
/** A page with nothing that is known on it has changed: after so long, and while it says to be loading, in milliseconds. */
const missingAfter = { complete: 15_000, loading: 300_000 };

interface Watcher {
  /** The frame shows another record, or none. */
  readonly onPlace: (place: Place | undefined) => void;
  /** A page was drawn and visible long enough to count as seen. Once for each arrival at a place. */
  readonly onSeen: (place: Place) => void;
  /** A record's address, and nothing of a record on the page for long. Once, until it is found again. */
  readonly onMissing: (place: Place) => void;
  /** After that: the record is on the page again, or something that stands in its place. */
  readonly onFound: (shown: Shown) => void;
}

export interface Places {
  current(): Place | undefined;
  /** Somebody else may sit here now: what is on the screen is seen once more, after as long as ever. */
  seenAnew(): void;
}

/** Since when a page has shown nothing of what its address promises, and since when it has not been loading meanwhile. */
class Missing {
  #since: number | undefined;
  #complete: number | undefined;
  #told = false;

  forget(): void {
    this.#since = undefined;
    this.#complete = undefined;
    this.#told = false;
  }

  /** What has changed with this look. */
  look(shown: Shown, now: number): "missing" | "found" | undefined {
    if (shown !== "neither") {
      const found = this.#told;
      this.forget();
      return found ? "found" : undefined;
    }
    if (this.#told) return undefined;
    this.#since ??= now;
    if (isLoading()) this.#complete = undefined;
    else this.#complete ??= now;
    const long = now - (this.#complete ?? now) >= missingAfter.complete;
    if (!long && now - this.#since < missingAfter.loading) return undefined;
    this.#told = true;
    return "missing";
  }
}

/** Watches which record this frame shows, through all kinds of navigation, until `signal` aborts. */
export function watchPlace(adapter: ClinicalAdapter, watcher: Watcher, signal: AbortSignal): Places {
  let place: Place | undefined;
  let key: string | undefined;
  let arrived = 0;
  let visibleSince: number | undefined;
  let done = false;
  let returned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const asked = new Asked();
  const missing = new Missing();

  const arrive = (here: Place | undefined, hereKey: string, now: number): void => {
    if (here) asked.arrive(here, returned ? "return" : key === undefined ? "load" : "move");
    [place, key, arrived, visibleSince, done, returned] = [here, hereKey, now, undefined, false, false];
    missing.forget();
    watcher.onPlace(place);
  };

  const look = (): void => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const now = performance.now();
    const here = placeOf(adapter, location);
    const hereKey = here
      ? `${here.page.kind} ${here.page.page} ${here.id ?? here.term ?? ""} ${here.item ?? ""}`
      : "";
    if (hereKey !== key || returned) arrive(here, hereKey, now);
    const search = place?.page.kind === "record.search";
    const waits = search && !asked.counts();
    if (!place || (done && search) || waits || document.visibilityState !== "visible") {
      visibleSince = undefined;
      missing.forget();
      return;
    }
    const shown = shownOf(place.page);
    const change = missing.look(shown, now);
    if (change === "missing") watcher.onMissing(place);
    if (change === "found") watcher.onFound(shown);
    if (done) {
      timer = setTimeout(look, lookAgain);
      return;
    }
    if (shown !== "record") {
      visibleSince = undefined;
      timer = setTimeout(look, now - arrived > lookEvery.longAfter ? lookEvery.later : lookEvery.first);
      return;
    }
    visibleSince ??= now;
    const left = milliseconds(pagePolicy.viewCountsAfter) - (now - visibleSince);
    if (left > 0) {
      timer = setTimeout(look, Math.min(left, lookEvery.first));
      return;
    }
    done = true;
    if (search) asked.told();
    else timer = setTimeout(look, lookAgain);
    watcher.onSeen(place);
  };

  /** The browser shows a document again that it had kept: it is arrived at anew, and another page was in between. */
  const shownAgain = ({ persisted }: PageTransitionEvent): void => {
    returned = persisted;
    look();
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
  addEventListener("pageshow", shownAgain, options);
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
