import { policy } from "#domain/policy";
import { faultsNamed, type ImportAnswer, importBody, rowsOfBody } from "#domain/registers/imports/import";
import { type Caller, caller } from "../base/caller.ts";
import { now } from "../base/clock.ts";
import { execute } from "../base/database.ts";
import { newId } from "../base/new-id.ts";
import { bodyOf, refuse } from "../base/refusal.ts";
import { newRecord } from "../base/rows.ts";
import { stored } from "../base/time.ts";
import { saveAct } from "../ledger/chain/register-hook.ts";
import { sealRows } from "../ledger/chain/row-baseline.ts";
import { inLedgerTransaction } from "../ledger/chain/transaction.ts";
import type { ImportTarget, NewRow } from "./target.ts";

/**
 * `POST /import`: rows of a file, all or none. An event a thousand rows holds a hash over them, and one more says who
 * brought them in and how the file's days were read.
 */
export const importRoute =
  (targetsIn: (app: pb.App) => readonly ImportTarget[]) =>
  (e: pb.RequestEvent): void => {
    const person = caller(e, ["manager", "dpo"]);
    const body = bodyOf(e, importBody);
    const target = targetsIn(e.app).find(({ register }) => register === body.register);
    if (!target) refuse("register", "unknown", "Nothing is imported there.");
    const rows = rowsOfBody(body, target.columns);
    if (!rows) refuse("rows", "invalid_format", "A row has not the cells that it should have.");
    if (rows.length > policy.importedRows.amount) {
      refuse(
        "rows",
        "too_big",
        `This file has ${rows.length} rows; ${policy.importedRows.amount} go in at once.`,
      );
    }
    e.json(
      200,
      body.dryRun
        ? looked(e.app, target, rows).answer
        : inLedgerTransaction(e.app, (tx) => brought(tx, target, rows, { person, dates: body.dates })),
    );
  };

function looked(app: pb.App, target: ImportTarget, rows: readonly string[][]) {
  const { faults, known } = target.look(app, rows);
  const wrong = new Set(faults.map(({ row }) => row));
  const fresh = rows.filter((_, i) => !known.has(i) && !wrong.has(i));
  const answer: ImportAnswer = {
    id: "",
    fresh: fresh.length,
    known: known.size,
    faults: faults.slice(0, faultsNamed),
    faulty: faults.length,
  };
  return { answer, fresh };
}

function brought(
  tx: pb.App,
  target: ImportTarget,
  rows: readonly string[][],
  { person, dates }: { readonly person: Caller; readonly dates: string },
): ImportAnswer {
  const { answer, fresh } = looked(tx, target, rows);
  if (answer.faulty > 0 || fresh.length === 0) return answer;
  const at = stored(now());
  const hash = $security.sha256(JSON.stringify([target.register, dates, fresh]));
  const row = newRecord(tx, "imports", {
    id: newId(),
    register: target.register,
    rows: fresh.length,
    dates,
    hash,
    by: person.id,
    at,
    version: 1,
  });
  saveAct(tx, row, "import", { user: person.id }, hash);
  const made = fresh.map((cells) => ({
    ...target.written(cells, person, at),
    id: newId(),
    imported: row.id,
  }));
  insert(tx, target.register, made);
  const ids = made.map(({ id }) => id).sort();
  sealRows(
    tx,
    "import",
    ids.map((id) => ({ collection: target.register, id })),
  );
  return { ...answer, id: row.id };
}

/** A statement a thousand rows. */
function insert(tx: pb.App, table: string, rows: readonly NewRow[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join(", ");
  const values = columns.map((_, i) => `value->>${i}`).join(", ");
  const most = policy.importSealed.amount;
  for (let i = 0; i < rows.length; i += most) {
    const part = rows.slice(i, i + most).map((row) => columns.map((column) => row[column]));
    execute(tx, `INSERT INTO ${table} (${names}) SELECT ${values} FROM json_each({:part})`, {
      part: JSON.stringify(part),
    });
  }
}
