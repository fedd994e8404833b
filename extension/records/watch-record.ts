import type { ClinicalAdapter } from "#domain/sites/clinical-adapter";
import type { CoverState } from "../policy/coverage.ts";
import { send } from "../send.ts";
import { rowsOf } from "./drawn.ts";
import { about, teller } from "./teller.ts";
import { watchActs } from "./watch-acts.ts";
import { watchPlace } from "./watch-place.ts";

/**
 * Tells the background what happens with records in this frame, until `signal` aborts. What the page shows is read,
 * nothing is kept here, and nothing on the page is held up.
 */
export function watchRecord(adapter: ClinicalAdapter, signal: AbortSignal): void {
  const tell = teller(adapter);
  const cover = (state: CoverState): void => {
    send("coverage", { adapter: adapter.id, state }).catch(() => undefined);
  };
  const places = watchPlace(
    adapter,
    {
      onPlace(place) {
        send("place", { adapter: adapter.id, ...(place?.id ? { id: place.id } : {}) }).catch(() => undefined);
        // A page to search on waits for a search, which may never come.
        if (place?.id === undefined) cover("idle");
      },
      onSeen(place) {
        const { kind, page } = place.page;
        const results = rowsOf(place.page);
        tell({ ...about(place), kind, page, ...(results === undefined ? {} : { results }) });
        cover("watching");
      },
      onMissing: () => cover("blind"),
    },
    signal,
  );
  watchActs(adapter, places.current, tell, signal);
}
