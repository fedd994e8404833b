import { policy } from "#domain/policy";
import type { ListAnswer } from "#domain/registers/retention/rows";
import { now } from "../../base/clock.ts";
import { execute, rowsOf } from "../../base/database.ts";
import { newRecord } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { append } from "../../ledger/chain/append.ts";
import { saveAct } from "../../ledger/chain/register-hook.ts";
import { sealRows } from "../../ledger/chain/row-baseline.ts";
import type { Begun } from "./bring.ts";

/** Compares what was sent with what stands there, and says what would become of it. */
export function looked(tx: pb.App, { list, system }: Begun): ListAnswer {
  execute(
    tx,
    `UPDATE retention_staged SET wasClass = r.rowClass, wasMonth = r.month, wasStarts = r.starts, wasList = r.list,
       what = CASE WHEN r.state = 'done' THEN 'again' WHEN r.gone THEN 'fresh'
         WHEN r.month = retention_staged.month AND r.rowClass = retention_staged.rowClass THEN 'same'
         WHEN r.state IN ('waiting', 'kept') THEN 'changed' ELSE 'worked' END
     FROM retention_rows r WHERE retention_staged.list = {:list} AND r.system = {:system} AND r.recordRef = retention_staged.recordRef`,
    { list, system },
  );
  execute(tx, "UPDATE retention_staged SET what = 'fresh' WHERE list = {:list} AND what = ''", { list });
  const select = `SELECT sum(what = 'fresh') AS fresh, sum(what IN ('changed', 'worked')) AS changed,
     sum(what IN ('changed', 'worked') AND wasMonth <> '' AND month > wasMonth) AS restarted,
     sum(what = 'same') AS same, sum(what = 'again') AS again FROM retention_staged WHERE list = {:list}`;
  const columns = ["fresh", "changed", "restarted", "same", "again"];
  const [fresh, changed, restarted, same, again] = (rowsOf(tx, columns, select, { list })[0] ?? []).map(
    Number,
  );
  return {
    list,
    fresh: fresh ?? 0,
    changed: changed ?? 0,
    restarted: restarted ?? 0,
    same: same ?? 0,
    again: again ?? 0,
  };
}

/** Lets a list count: what is new is added, what is another than before begins anew, and each thousand leaves an event. */
export function finished(tx: pb.App, begun: Begun): ListAnswer {
  const answer = looked(tx, begun);
  const { list, system } = begun;
  const at = stored(now());
  const blocks = blockHashes(tx, begun);
  const hash = $security.sha256(blocks.join("\n"));
  append(
    tx,
    blocks.map((block) => ({
      kind: "retention_lists.act",
      user: begun.user,
      detail: { v: 1, id: list, action: "rows", hash: block },
    })),
  );
  apply(tx, begun);
  execute(
    tx,
    `DELETE FROM retention_staged WHERE list IN (SELECT id FROM retention_lists WHERE system = {:system})
       OR list = {:list} AND what NOT IN ('changed', 'worked')`,
    { list, system },
  );
  execute(tx, "DELETE FROM retention_begun WHERE list = {:list}", { list });
  const { schedule, dates, rows, user: by } = begun;
  const row = newRecord(tx, "retention_lists", {
    ...{ id: list, system, schedule, dates, rows, hash, by, at },
    state: "in",
    version: 1,
  });
  saveAct(tx, row, "import", { user: by }, hash);
  sealChanged(tx, list);
  return answer;
}

/** SHA-256 over each thousand rows, as they were sent: reference, class and month of each on a line. */
function blockHashes(tx: pb.App, { list, rows }: Begun): string[] {
  const size = policy.retentionBlock.amount;
  return Array.from({ length: Math.ceil(rows / size) }, (_, block) => {
    const select = `SELECT group_concat(recordRef || ' ' || rowClass || ' ' || month, char(10)) AS text FROM
       (SELECT * FROM retention_staged WHERE list = {:list} AND n >= {:first} AND n < {:end} ORDER BY n)`;
    const [row] = rowsOf(tx, ["text"], select, { list, first: block * size, end: (block + 1) * size });
    return $security.sha256(String(row?.[0] ?? ""));
  });
}

function apply(tx: pb.App, { list, system }: Begun): void {
  execute(
    tx,
    `INSERT INTO retention_rows (id, system, recordRef, rowClass, month, starts, list, state, version)
     SELECT lower(substr(hex(randomblob(8)), 1, 15)), {:system}, recordRef, rowClass, month, month, list, 'waiting', 1
     FROM retention_staged WHERE list = {:list} AND what = 'fresh'
     ON CONFLICT (system, recordRef) DO UPDATE SET rowClass = excluded.rowClass, month = excluded.month,
       starts = excluded.starts, list = excluded.list, state = 'waiting', gone = FALSE, version = version + 1`,
    { list, system },
  );
  // Kept longer, it stays so as far as that reaches beyond its new month; any other work on it begins anew.
  execute(
    tx,
    `UPDATE retention_rows SET rowClass = s.rowClass, month = s.month, list = s.list, version = version + 1,
       starts = CASE WHEN state = 'kept' AND starts > s.month AND s.month <> '' THEN starts ELSE s.month END,
       state = CASE WHEN state = 'kept' AND starts > s.month AND s.month <> '' THEN 'kept' ELSE 'waiting' END
     FROM retention_staged s WHERE s.list = {:list} AND s.what IN ('changed', 'worked')
       AND retention_rows.system = {:system} AND retention_rows.recordRef = s.recordRef`,
    { list, system },
  );
  execute(
    tx,
    `UPDATE retention_rows SET again = TRUE, list = {:list}, version = version + 1
     WHERE system = {:system} AND state = 'done' AND again = FALSE AND recordRef IN
       (SELECT recordRef FROM retention_staged WHERE list = {:list} AND what = 'again')`,
    { list, system },
  );
}

/** Rows that somebody has worked on have a hash of their own, which is taken anew where a list changed them. */
export function sealChanged(tx: pb.App, list: string): void {
  const select = `SELECT id FROM retention_rows WHERE list = {:list}
     AND id IN (SELECT row FROM row_salts WHERE collection = 'retention_rows') ORDER BY id`;
  const rows = rowsOf(tx, ["id"], select, { list });
  sealRows(
    tx,
    "list",
    rows.map(([id]) => ({ collection: "retention_rows", id: String(id) })),
  );
}
