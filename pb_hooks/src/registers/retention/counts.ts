import type { RetentionAnswer } from "#domain/registers/retention/rows";
import { addYears, firstOfMonthAfter } from "#domain/registers/retention/years";
import { rowsOf } from "../../base/database.ts";
import { allHeldSql, heldSql } from "./select.ts";

/** Records that are not destroyed, as the index alone tells them; those of a month long past are counted with them. */
const open = "gone = FALSE AND state <> 'done'";

/**
 * How many records stand where, without reading their rows: indexes tell months and states, and what is held is rare and
 * taken off.
 *
 * @param today - Civil date at the clinic.
 */
export function countsOf(app: pb.App, today: string): RetentionAnswer["counts"] {
  const days = { today, late: lateSince(today) };
  const [all = 0] = numbers(app, days, ["n"], "SELECT count(*) AS n FROM retention_rows WHERE gone = FALSE");
  const [waits = 0, past = 0, pastLate = 0] = numbers(
    app,
    days,
    ["waits", "past", "late"],
    `SELECT coalesce(sum(starts = ''), 0) AS waits, coalesce(sum(starts > ''), 0) AS past,
       coalesce(sum(starts > '' AND starts <= {:late}), 0) AS late
     FROM retention_rows WHERE ${open} AND starts <= {:today}`,
  );
  const [done = 0, kept = 0] = numbers(
    app,
    days,
    ["done", "kept"],
    `SELECT coalesce(sum(state = 'done'), 0) AS done, coalesce(sum(state = 'kept' AND starts > {:today}), 0) AS kept
     FROM retention_rows WHERE state IN ('done', 'kept') AND state <> 'waiting' AND gone = FALSE`,
  );
  const held = heldOf(app, days);
  const due = past - held.past;
  return {
    due,
    late: pastLate - held.late,
    coming: all - done - waits - due - kept - (held.all - held.before - held.kept) - held.past,
    held: held.all,
    kept,
    waits,
    done,
    all,
  };
}

interface Days {
  readonly today: string;
  readonly late: string;
}

function numbers(app: pb.App, days: Days, columns: readonly string[], select: string): number[] {
  return (rowsOf(app, columns, select, { ...days })[0] ?? []).map(Number);
}

/** Those that are held: all, those that would be due, late or wait otherwise, and those that are kept longer. */
function heldOf(app: pb.App, days: Days) {
  const columns = ["all", "before", "past", "late", "kept"];
  const [all = 0, before = 0, past = 0, late = 0, kept = 0] = numbers(
    app,
    days,
    columns,
    `SELECT count(*) AS "all", coalesce(sum(starts <= {:today}), 0) AS before,
       coalesce(sum(starts > '' AND starts <= {:today}), 0) AS past,
       coalesce(sum(starts > '' AND starts <= {:late}), 0) AS late,
       coalesce(sum(state = 'kept' AND starts > {:today}), 0) AS kept
     FROM retention_rows WHERE ${open} AND id IN (${allHeldSql})`,
  );
  return { all, before, past, late, kept };
}

/** Due records that somebody has to appraise or decide, and the month from which the oldest is due; '' where there are none. */
export function toDecide(app: pb.App, today: string): { readonly n: number; readonly first: string } {
  const days = { today, late: today };
  const where = `${open} AND starts > '' AND starts <= {:today} AND state IN ('waiting', 'kept', 'appraised')`;
  const count = (more: string) =>
    numbers(app, days, ["n"], `SELECT count(*) AS n FROM retention_rows WHERE ${where} ${more}`)[0] ?? 0;
  const n = count("") - count(`AND id IN (${allHeldSql})`);
  if (n === 0) return { n, first: "" };
  const oldest = `SELECT starts FROM retention_rows WHERE ${where} AND NOT ${heldSql} ORDER BY starts LIMIT 1`;
  return { n, first: String(rowsOf(app, ["starts"], oldest, { today })[0]?.[0] ?? "") };
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
