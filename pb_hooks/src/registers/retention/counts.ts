import type { RetentionAnswer } from "#domain/registers/retention/rows";
import { addYears, firstOfMonthAfter } from "#domain/registers/retention/years";
import { rowsOf } from "../../base/database.ts";
import { heldIdsSql, heldSql } from "./select.ts";

/**
 * How many records stand where, without reading all of them: what is rare is counted, and what comes later is the rest.
 *
 * @param today - Civil date at the clinic.
 */
export function countsOf(app: pb.App, today: string): RetentionAnswer["counts"] {
  const late = lateSince(today);
  const one = (select: string) =>
    Number(rowsOf(app, ["n"], `SELECT ${select} AS n`, { today, late })[0]?.[0] ?? 0);
  const of = (where: string) => `(SELECT count(*) FROM retention_rows WHERE ${where})`;
  const open = "gone = FALSE AND state <> 'done'";
  const past = `${open} AND starts > '' AND starts <= {:today}`;
  const all = one(of("gone = FALSE"));
  const done = one(of("state = 'done' AND state <> 'waiting' AND gone = FALSE"));
  const waits = one(of(`${open} AND starts = ''`));
  const due = one(of(`${past} AND NOT ${heldSql}`));
  const kept = one(of("state = 'kept' AND state <> 'waiting' AND gone = FALSE AND starts > {:today}"));
  const [held, heldBefore, heldKept] = heldOf(app, today);
  const heldLater = held - heldBefore - heldKept;
  return {
    due,
    late: one(of(`${open} AND starts > '' AND starts <= {:late} AND NOT ${heldSql}`)),
    coming: all - done - waits - due - kept - heldLater - heldPast(app, today),
    held,
    kept,
    waits,
    done,
    all,
  };
}

const heldRows = `SELECT starts, state FROM retention_rows WHERE gone = FALSE AND state <> 'done' AND id IN
   (${heldIdsSql} UNION
    SELECT r.id FROM retention_rows r JOIN breach_people p ON p.system = r.system AND p.recordRef = r.recordRef
      JOIN breaches b ON b.id = p.breach WHERE b.state IN ('reported', 'breach') AND b.confidential = FALSE AND b.about = '')`;

/** Those that are held: all, those that would be due or wait otherwise, and those that are kept longer. */
function heldOf(app: pb.App, today: string): [number, number, number] {
  const select = `SELECT count(*) AS n, coalesce(sum(starts <= {:today}), 0) AS before,
     coalesce(sum(state = 'kept' AND starts > {:today}), 0) AS kept FROM (${heldRows})`;
  const [n = 0, before = 0, kept = 0] = (
    rowsOf(app, ["n", "before", "kept"], select, { today })[0] ?? []
  ).map(Number);
  return [n, before, kept];
}

function heldPast(app: pb.App, today: string): number {
  const select = `SELECT coalesce(sum(starts > '' AND starts <= {:today}), 0) AS n FROM (${heldRows})`;
  return Number(rowsOf(app, ["n"], select, { today })[0]?.[0] ?? 0);
}

/** The first of the month before last: what was due then is late, by more than a month. */
function lateSince(today: string): string {
  const first = new Date(`${today.slice(0, 7)}-01T12:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() - 2);
  return first.toISOString().slice(0, 10);
}

/** Records by the month from which they are due: the next eleven, after what is due now. */
export function monthsOf(app: pb.App, today: string, due: number): RetentionAnswer["months"] {
  const select = `SELECT starts, count(*) AS n FROM retention_rows
     WHERE gone = FALSE AND starts > {:today} AND starts < {:end} GROUP BY starts`;
  const end = addYears(`${today.slice(0, 7)}-01`, 1);
  const found = new Map(
    rowsOf(app, ["starts", "n"], select, { today, end }).map(([at, n]) => [String(at), Number(n)]),
  );
  let month = `${today.slice(0, 7)}-01`;
  const months = [{ month, rows: due }];
  while (months.length < 12) {
    month = firstOfMonthAfter(month);
    months.push({ month, rows: found.get(month) ?? 0 });
  }
  return months;
}
