import type { ActsOf } from "../../acts/doing.ts";
import { rowAt, saveRow } from "../../acts/row.ts";
import { now } from "../../base/clock.ts";
import { execute, rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { stored } from "../../base/time.ts";
import { sealChanged } from "./finish.ts";

/** A list that is taken back, as a whole: what was new is gone, what it changed is as it was before. */
export const listActs: ActsOf<"retention_lists.undo"> = {
  "retention_lists.undo": ({ tx, actor, id, version, data }) => {
    const list = rowAt(tx, "retention_lists", id, version);
    if (list.getString("undoneAt") !== "") refuse("id", "known", "This list was taken back already.");
    const system = list.getString("system");
    const newer = `SELECT count(*) AS n FROM retention_lists WHERE system = {:system} AND undoneAt = '' AND at > {:at}`;
    if (count(tx, newer, { system, at: list.getString("at") }) > 0) {
      refuse("id", "newer", "A newer list of this system stands: take that one back first.");
    }
    if (isWorkedOn(tx, id)) {
      refuse("id", "worked-on", "Somebody has worked on one of its records since: it stays.");
    }
    takeBack(tx, id);
    sealChanged(tx, id);
    list.set("state", "undone");
    list.set("undoneAt", stored(now()));
    list.set("undoneBy", actor.id);
    list.set("undoneReason", data.reason);
    return saveRow(tx, list, "undo", actor);
  },
};

/** As the index of such rows says it. */
const workedAtAll = "appraisedAt <> '' OR keptAt <> '' OR doneAt <> ''";

/** Whether work on a record was begun since the list came, or was ended by it. */
export const workedSql = `(EXISTS (SELECT 1 FROM retention_rows r WHERE r.list = l.id AND (${workedAtAll}) AND (r.appraisedAt > l.at OR r.keptAt > l.at
     OR r.doneAt > l.at)) OR EXISTS (SELECT 1 FROM holds h JOIN retention_rows r ON r.id = h.subject
     WHERE h.register = 'retention_rows' AND h.at > l.at AND r.list = l.id) OR EXISTS (SELECT 1 FROM retention_staged s WHERE s.list = l.id AND s.what = 'worked'))`;

const isWorkedOn = (tx: pb.App, id: string): boolean =>
  count(tx, `SELECT count(*) AS n FROM retention_lists l WHERE l.id = {:id} AND ${workedSql}`, { id }) > 0;

const count = (tx: pb.App, select: string, params: { [name: string]: unknown }): number =>
  Number(rowsOf(tx, ["n"], select, params)[0]?.[0] ?? 0);

function takeBack(tx: pb.App, id: string): void {
  const changed = "SELECT recordRef FROM retention_staged WHERE list = {:id}";
  execute(tx, "UPDATE retention_rows SET again = FALSE WHERE list = {:id} AND state = 'done'", { id });
  execute(
    tx,
    `UPDATE retention_rows SET gone = TRUE, version = version + 1
     WHERE list = {:id} AND state <> 'done' AND recordRef NOT IN (${changed})`,
    { id },
  );
  execute(
    tx,
    `UPDATE retention_rows SET rowClass = s.wasClass, month = s.wasMonth, starts = s.wasStarts, version = version + 1,
       state = CASE WHEN s.wasStarts > s.wasMonth AND retention_rows.keptAt <> '' THEN 'kept' ELSE 'waiting' END
     FROM retention_staged s WHERE s.list = {:id} AND retention_rows.list = {:id} AND retention_rows.recordRef = s.recordRef`,
    { id },
  );
}
