import { policy } from "#domain/policy";
import { auditName } from "#domain/registers/audits/csv";
import { weekOf } from "#domain/registers/reviews/week";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { rowsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";
import { auditsWhere, inUse } from "./rows.ts";
import { itemsOf } from "./sample-items.ts";

/** Most rows that audits bring onto the desk. */
const most = 200;

/** Audits that are late, fall due soon or are being done, and the sample that nobody has looked at yet. */
export function rowsOfAudits(laying: Laying): OwedRow[] {
  const { app, nowMs, zone } = laying;
  const { date } = clinicTime(app);
  const soon = date(nowMs + policy.auditSoon.amount * 86_400_000);
  const open = new Set(
    rowsOf(app, ["audit"], "SELECT audit FROM audit_rounds WHERE state = 'open'").map(([id]) => String(id)),
  );
  const due = auditsWhere(
    app,
    `${inUse} AND (nextOn <> '' AND nextOn <= {:soon} OR id IN (SELECT audit FROM audit_rounds WHERE state = 'open'))`,
    { soon },
    most,
  ).map((audit) =>
    otherRow({
      key: `audits:${audit.id}`,
      text: `${open.has(audit.id) ? "Finish the audit" : "Audit"}: ${auditName(audit)}`,
      due: audit.nextOn === "" ? "" : endOfDay(zone, audit.nextOn),
      with: [audit.owner],
      page: `/audits?open=${audit.id}`,
    }),
  );
  return [...due, ...rowOfSample(laying)];
}

/** A sample is drawn on Monday and looked at by Sunday; those of before that were not looked at count as late. */
function rowOfSample({ app, person, zone }: Laying): OwedRow[] {
  const select = `SELECT DISTINCT s.id AS id, s.weekOf AS weekOf FROM samples s JOIN sample_items i ON i.sample = s.id
    WHERE i.result = '' ORDER BY s.weekOf DESC LIMIT 4`;
  return rowsOf(app, ["id", "weekOf"], select).flatMap(([id, week]) => {
    const left = itemsOf(app, String(id), person).filter(({ result }) => result === "");
    const mine = left.filter(({ own }) => !own).length;
    if (left.length === 0) return [];
    const row = otherRow({
      key: `samples:${id}`,
      text: `Look at the week’s sample: ${left.length} left`,
      due: endOfDay(zone, sundayAfter(String(week))),
      with: [clinicOf(app)?.getString("lead") ?? ""],
      page: `/audits?week=${week}`,
    });
    return [{ ...row, mine: mine > 0 && person.role !== "auditor" && person.role !== "staff" }];
  });
}

/** The Sunday of the week in which it is looked at: the one after the week that it is of. */
const sundayAfter = (monday: string): string =>
  new Date(Date.parse(`${weekOf(monday)}T00:00:00.000Z`) + 13 * 86_400_000).toISOString().slice(0, 10);
