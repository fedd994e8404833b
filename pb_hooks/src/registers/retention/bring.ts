import { scheduleFor } from "#domain/law/retention-lines";
import { policy } from "#domain/policy";
import { isListedReference } from "#domain/registers/retention/reference";
import { type ListAnswer, listBody } from "#domain/registers/retention/rows";
import type { Caller } from "../../base/caller.ts";
import { execute, objectsOf, rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { bodyOf, refuse } from "../../base/refusal.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import { inLedgerTransaction } from "../../ledger/chain/transaction.ts";
import { finished, looked } from "./finish.ts";
import { readerOf } from "./reader.ts";

/** What is known of a list that is being sent. */
export interface Begun {
  readonly list: string;
  readonly system: string;
  readonly schedule: string;
  readonly dates: string;
  readonly rows: number;
  readonly user: string;
}

/**
 * `POST /retention-list`: a list in three steps: begun, its rows a thousand at a time, finished. What is sent lies apart
 * until it is finished, and that is one transaction: a list that broke off has changed nothing.
 */
export function bring(e: pb.RequestEvent): void {
  const person = readerOf(e, ["manager", "dpo"]);
  const body = bodyOf(e, listBody);
  if (body.step === "begin") {
    e.json(200, { list: begin(e.app, person, body) });
    return;
  }
  const begun = begunAs(e.app, person, body.list);
  if (body.step === "rows") {
    e.app.runInTransaction((tx) => take(tx, begun, body.block, body.rows));
    e.json(200, { list: begun.list });
    return;
  }
  requireAll(e.app, begun);
  const answer: ListAnswer = body.dryRun
    ? inLedgerTransaction(e.app, (tx) => looked(tx, begun))
    : inLedgerTransaction(e.app, (tx) => finished(tx, begun));
  e.json(200, answer);
}

type Begin = Pick<Begun, "system" | "schedule" | "dates" | "rows">;

/** Begins a list; whatever the same person had begun before and not finished is forgotten. */
function begin(app: pb.App, person: Pick<Caller, "id">, { system, schedule, dates, rows }: Begin): string {
  const answers = answersOf(app);
  if (!answers || scheduleFor(answers).id !== schedule) {
    refuse("schedule", "known", "The clinic works by other rules now: load the page again.");
  }
  if (rows === 0) refuse("rows", "too_small", "This list has no record in it.");
  const list = newId();
  inOne(app, (tx) => {
    const own = "SELECT list FROM retention_begun WHERE user = {:user}";
    execute(tx, `DELETE FROM retention_staged WHERE list IN (${own})`, { user: person.id });
    execute(tx, "DELETE FROM retention_begun WHERE user = {:user}", { user: person.id });
    execute(
      tx,
      `INSERT INTO retention_begun (list, system, schedule, dates, rows, user)
       VALUES ({:list}, {:system}, {:schedule}, {:dates}, {:rows}, {:user})`,
      { list, system, schedule, dates, rows, user: person.id },
    );
  });
  return list;
}

/** In a transaction of its own, or in the one that is under way. */
function inOne(app: pb.App, write: (tx: pb.App) => void): void {
  if (app.isTransactional()) write(app);
  else app.runInTransaction(write);
}

/** A whole list at once, inside a transaction: the example's. */
export function bringAtOnce(
  tx: pb.App,
  person: Pick<Caller, "id">,
  list: Begin,
  rows: readonly (readonly string[])[],
): string {
  const id = begin(tx, person, list);
  const begun = begunAs(tx, person, id);
  take(tx, begun, 0, rows);
  finished(tx, begun);
  return id;
}

function begunAs(app: pb.App, person: Pick<Caller, "id">, list: string): Begun {
  const columns = ["list", "system", "schedule", "dates", "rows", "user"] as const;
  const select = `SELECT ${columns.join(", ")} FROM retention_begun WHERE list = {:list} AND user = {:user}`;
  const [begun] = objectsOf<Begun>(app, columns, select, { list, user: person.id });
  if (!begun) refuse("list", "unknown", "This list was begun anew elsewhere, or is finished: begin again.");
  return begun;
}

function take(tx: pb.App, begun: Begun, block: number, rows: readonly (readonly string[])[]): void {
  if (!rows.every(([recordRef = ""]) => isListedReference(begun.system, recordRef))) {
    refuse("rows", "invalid_format", "Something in the list is no reference of that system.");
  }
  const first = block * policy.retentionBlock.amount;
  execute(tx, "DELETE FROM retention_staged WHERE list = {:list} AND n >= {:first} AND n < {:end}", {
    list: begun.list,
    first,
    end: first + policy.retentionBlock.amount,
  });
  const put = execute(
    tx,
    `INSERT OR IGNORE INTO retention_staged (list, n, recordRef, rowClass, month)
     SELECT {:list}, {:first} + key, value->>0, value->>1, value->>2 FROM json_each({:rows})`,
    { list: begun.list, first, rows: JSON.stringify(rows) },
  );
  if (put !== rows.length) refuse("rows", "twice", "A record stands in the list twice.");
}

function requireAll(app: pb.App, { list, rows }: Begun): void {
  const select =
    "SELECT count(*) AS n, coalesce(max(n), -1) AS last FROM retention_staged WHERE list = {:list}";
  const [found] = rowsOf(app, ["n", "last"], select, { list });
  if (Number(found?.[0]) !== rows || Number(found?.[1]) !== rows - 1) {
    refuse("list", "incomplete", "Not all of the list has arrived: send it again.");
  }
}
