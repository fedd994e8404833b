import { monthsAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";

/** Names cleared in one run. */
const most = 200;

/** Clears who asked, of requests that ended so long ago: the row stays and says when. */
export function clearNames(app: pb.App): void {
  const today = clinicTime(app).date(nowMs());
  const before = monthsAfter(today, -12 * policy.requestNameKept.amount);
  const select = `SELECT n.id AS id FROM request_names n JOIN requests r ON r.id = n.request
    WHERE n.clearedAt = '' AND r.endedOn <> '' AND r.endedOn <= {:before} LIMIT ${most}`;
  for (const [id] of rowsOf(app, ["id"], select, { before })) {
    const row = app.findRecordById("request_names", String(id));
    row.set("name", "");
    row.set("reach", "");
    row.set("clearedAt", stored(now()));
    app.save(row);
  }
}
