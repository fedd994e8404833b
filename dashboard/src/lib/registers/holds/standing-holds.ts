import { holdRow } from "#domain/registers/holds/hold-row";
import { readList } from "#lib/api/list.ts";
import { now } from "#lib/state/now.svelte.ts";
import { holdName } from "./hold-words.ts";

/**
 * Holds that run, by id, as they are called: the 200 that were placed last.
 *
 * @param also - A hold that an address names, which is among them though it is older or has ended.
 */
export async function standingHolds(also = ""): Promise<Record<string, string>> {
  const [running, named] = await Promise.all([
    readList(holdRow, "holds", { state: "open", limit: "200" }),
    also === "" ? undefined : readList(holdRow, "holds", { id: also }),
  ]);
  const all = [...(named?.rows ?? []), ...running.rows];
  return Object.fromEntries(all.map((hold) => [hold.id, holdName(hold, now.time)]));
}
