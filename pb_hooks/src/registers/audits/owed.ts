import { daysAfter } from "#domain/law/working-days";
import { policy } from "#domain/policy";
import { auditName } from "#domain/registers/audits/csv";
import { weekOf } from "#domain/registers/reviews/week";
import { type OwedRow, otherRow } from "#domain/work/desk";
import type { Caller } from "../../base/caller.ts";
import { objectsOf, rowsOf } from "../../base/database.ts";
import { endOfDay } from "../../base/time-zone.ts";
import { leadOf } from "../../clinic/clinic.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
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
  const lead = leadOf(app);
  return unlooked(app, person).map(({ id, weekOf, left, mine }) => ({
    ...otherRow({
      key: `samples:${id}`,
      text: `Look at the week’s sample: ${left} left`,
      due: endOfDay(zone, sundayAfter(weekOf)),
      with: [lead],
      page: `/audits?week=${weekOf}`,
    }),
    mine: mine > 0 && (person.role === "manager" || person.role === "dpo"),
  }));
}

interface Unlooked {
  readonly id: string;
  readonly weekOf: string;
  /** Entries that nobody looked at, and those of them that are not the person's own. */
  readonly left: number;
  readonly mine: number;
}

/** Samples of which somebody may still look at something, as far as this person is shown it: the newest four. */
function unlooked(app: pb.App, person: Caller): Unlooked[] {
  if (person.role === "staff") return [];
  return samplesToAsk(app, hiddenFrom(app, person))
    .map(({ id, weekOf }) => {
      const left = itemsOf(app, id, person).filter(({ result }) => result === "");
      return { id, weekOf, left: left.length, mine: left.filter(({ own }) => !own).length };
    })
    .filter(({ left }) => left > 0)
    .slice(0, 4);
}

/** Asked at each first screen: only samples that hold one that was not looked at, or one that has given its place away. */
function samplesToAsk(app: pb.App, hidden: readonly string[]): { id: string; weekOf: string }[] {
  const open = "SELECT sample FROM sample_items WHERE result = '' AND position < {:amount}";
  const given = `SELECT i.sample FROM events e INDEXED BY idx_events_trace JOIN sample_items i ON i.event = e.seq
    WHERE e.trace <> '' AND e.trace IN (SELECT value FROM json_each({:hidden}))`;
  const where = `id IN (${open})${hidden.length > 0 ? ` OR id IN (${given})` : ""}`;
  return objectsOf(
    app,
    ["id", "weekOf"],
    `SELECT id, weekOf FROM samples WHERE ${where} ORDER BY weekOf DESC LIMIT 8`,
    {
      amount: policy.sampleOfWeek.amount,
      ...(hidden.length > 0 && { hidden: JSON.stringify(hidden) }),
    },
  );
}

/** The Sunday of the week in which it is looked at: the one after the week that it is of. */
const sundayAfter = (monday: string): string => daysAfter(weekOf(monday), 13);
