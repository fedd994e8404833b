import { currentPairing } from "../pairing/pairing.ts";
import { fetchList } from "./fetch-list.ts";
import { wantedList } from "./standing.ts";
import { dropList, keepList, keptHash } from "./store.ts";

/**
 * Keeps the list that the policy names, and none where it names none: it is off, erased, or this browser is paired no more.
 * What did not come is asked for again with the next heartbeat; the one before is kept until then.
 */
export function refreshList(): Promise<void> {
  return navigator.locks.request("chaperone exact", async () => {
    try {
      const [pairing, wanted] = await Promise.all([currentPairing.get(), wantedList(Date.now())]);
      // What can't be read is fetched anew, or goes.
      const kept = await keptHash().catch(() => undefined);
      if (!pairing || !wanted) {
        if (kept !== "") await dropList();
        return;
      }
      if (kept === wanted.sha256) return;
      const bytes = await fetchList(pairing, wanted);
      if (bytes) await keepList({ sha256: wanted.sha256, bytes });
    } catch {
      // A store that can't be opened now may be later; `listStanding` tells of it until then.
    }
  });
}
