import { currentPairing } from "../pairing/pairing.ts";
import { heldPolicy } from "../policy/held-policy.ts";
import { fetchList } from "./fetch-list.ts";
import { dropList, keepList, keptHash } from "./store.ts";

/**
 * Keeps the list that the policy names, and none where it names none: it is off, erased, or this browser is paired no more.
 * What did not come is asked for again with the next heartbeat; the one before is kept until then.
 */
export function refreshList(): Promise<void> {
  return navigator.locks.request("chaperone exact", async () => {
    try {
      const [pairing, held] = await Promise.all([currentPairing.get(), heldPolicy.get()]);
      const said = pairing ? (held?.answer.exact ?? null) : null;
      const kept = await keptHash();
      if (!pairing || !said) {
        if (kept !== "") await dropList();
        return;
      }
      if (kept === said.sha256) return;
      const bytes = await fetchList(pairing, said);
      if (bytes) await keepList({ sha256: said.sha256, bytes });
    } catch {
      // A store that can't be opened now may be later: the guard goes on by what it sees itself.
    }
  });
}
