import type { EventRow } from "#domain/ledger/ledger";
import { execute } from "../../base/database.ts";

/**
 * Has SQLite add what was appended to what it keeps beside the events, so that nothing is counted over all of them
 * (pb_migrations/1764600000), in the transaction that appends. A sum that none of the events changes is not asked for: it
 * takes in all that came since when it is asked for next.
 *
 * @param seq - Of the last of the events.
 */
export function keepSums(
  tx: pb.App,
  events: readonly Pick<EventRow, "kind" | "browser">[],
  seq: number,
): void {
  let browsers = false;
  let mail = false;
  for (let i = 0; i < events.length; i += 1) {
    const { kind, browser } = events[i] as (typeof events)[number];
    browsers ||= browser !== "" || kind.startsWith("record.");
    mail ||= kind.startsWith("mail.");
  }
  const more = `${browsers ? ", browsers = {:seq}" : ""}${mail ? ", mail = {:seq}" : ""}`;
  execute(tx, `UPDATE ledger_summed SET days = {:seq}${more}`, { seq });
}
