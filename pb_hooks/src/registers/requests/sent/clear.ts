import { policy } from "#domain/policy";
import { now, nowMs } from "../../../base/clock.ts";
import { rowsOf } from "../../../base/database.ts";
import { stored } from "../../../base/time.ts";

/** Rows cleared in one run. */
const most = 200;

/**
 * Clears what somebody wrote: of what was refused when its time is over, of what was accepted when the name of its request
 * goes. The row stays and says when.
 */
export function clearSent(app: pb.App): void {
  const before = new Date(nowMs() - policy.sentRefusedKept.amount * 86_400_000).toISOString();
  const select = `SELECT s.id AS id FROM sent_requests s LEFT JOIN request_names n ON n.request = s.request
    WHERE s.clearedAt = '' AND (
      (s.state = 'refused' AND s."at" <= {:before}) OR (s.state = 'accepted' AND n.clearedAt <> '')) LIMIT ${most}`;
  for (const [id] of rowsOf(app, ["id"], select, { before: stored(before) })) {
    const row = app.findRecordById("sent_requests", String(id));
    for (const field of ["name", "forName", "born", "reach", "wants"]) row.set(field, "");
    row.set("clearedAt", stored(now()));
    row.set("version", row.getInt("version") + 1);
    app.save(row);
  }
}
