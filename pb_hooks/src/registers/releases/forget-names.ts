import { monthsAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";

/** Most names that one run takes out: the rest goes an hour later. */
const most = 500;

/**
 * Takes out the names of who might be told, and the signed forms on which they stand, a year after the release ended or was
 * taken back. Each is an event.
 */
export function forgetNames(app: pb.App): void {
  const time = clinicTime(app);
  const before = monthsAfter(time.date(nowMs()), -policy.releaseNameKept.amount);
  const over = { before, start: stored(new Date(time.start(before)).toISOString()) };
  const isOver = `(r.expiresOn < {:before} OR (r.revokedAt <> '' AND r.revokedAt < {:start})
      OR (r.usedAt <> '' AND r.usedAt < {:start}))`;
  const named = `SELECT r.id AS id FROM releases r WHERE (r.name <> '' OR r.phoneEnding <> '') AND ${isOver} LIMIT ${most}`;
  const filed = `SELECT f.id AS id FROM release_files f JOIN releases r ON r.id = f.subject
    WHERE f.clearedAt = '' AND ${isOver} LIMIT ${most}`;
  const ids = rowsOf(app, ["id"], named, over);
  const files = rowsOf(app, ["id"], filed, over);
  if (ids.length + files.length === 0) return;
  inLedgerTransaction(app, (tx) => {
    for (const [id] of files) {
      const row = tx.findRecordById("release_files", String(id));
      row.set("file", "");
      row.set("clearedAt", stored(now()));
      saveAct(tx, row, "forget-file", { user: "" });
    }
    for (const [id] of ids) {
      const row = tx.findRecordById("releases", String(id));
      row.set("name", "");
      row.set("phoneEnding", "");
      row.set("version", row.getInt("version") + 1);
      saveAct(tx, row, "forget-name", { user: "" });
    }
  });
}
