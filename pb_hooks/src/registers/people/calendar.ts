import type { Handlers } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { newId } from "../../base/new-id.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { calendarAddress, newCalendarSecret } from "../../people/calendar-links.ts";

/** One's own private calendar address: told once, ended at any time; a new one ends the one before. */
export const calendarActs: Handlers<"calendar_links"> = {
  "calendar_links.make": ({ tx, actor }) => {
    const at = stored(now());
    const filter = "user = {:user} && endedAt = ''";
    for (const before of tx.findRecordsByFilter("calendar_links", filter, "", 0, 0, { user: actor.id })) {
      end(before, at);
      before.set("version", before.getInt("version") + 1);
      saveFor(tx, before, { user: actor.id });
    }
    const { secret, salt, tokenHash } = newCalendarSecret();
    const values = { id: newId(), user: actor.id, tokenHash, salt, hour: 0, reads: 0, at, version: 0 };
    const row = newRecord(tx, "calendar_links", values);
    return { ...saveRow(tx, row, "make", actor), link: calendarAddress(row.id, secret) };
  },

  "calendar_links.end": ({ tx, actor, id, version }) => {
    // Somebody else's is not known of, whatever its version.
    const own = "id = {:id} && user = {:user}";
    if (tx.findRecordsByFilter("calendar_links", own, "", 1, 0, { id, user: actor.id }).length === 0)
      throw new NotFoundError("There is no such row.");
    const row = rowAt(tx, "calendar_links", id, version);
    if (row.getString("endedAt") !== "") throw new ForbiddenError("This address has ended already.");
    end(row, stored(now()));
    return saveRow(tx, row, "end", actor);
  },
};

/** Nothing is kept of its secret. */
function end(row: pb.Record, at: string): void {
  row.set("endedAt", at);
  row.set("tokenHash", "");
  row.set("salt", "");
}
