import { monthsAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";

/** Most names that one run takes out: the rest goes an hour later. */
const most = 500;

/** Takes out the names of who might be told, a year after the release ended or was taken back. Each is an event. */
export function forgetNames(app: pb.App): void {
  const time = clinicTime(app);
  const before = monthsAfter(time.date(nowMs()), -policy.releaseNameKept.amount);
  const select = `SELECT id FROM releases WHERE (name <> '' OR phoneEnding <> '') AND (expiresOn < {:before}
      OR (revokedAt <> '' AND revokedAt < {:start}) OR (usedAt <> '' AND usedAt < {:start})) LIMIT ${most}`;
  const ids = rowsOf(app, ["id"], select, {
    before,
    start: stored(new Date(time.start(before)).toISOString()),
  });
  if (ids.length === 0) return;
  inLedgerTransaction(app, (tx) => {
    for (const [id] of ids) {
      const row = tx.findRecordById("releases", String(id));
      row.set("name", "");
      row.set("phoneEnding", "");
      row.set("version", row.getInt("version") + 1);
      saveAct(tx, row, "forget-name", { user: "" });
    }
  });
}
