import { isRealDay } from "#domain/base/civil-date";
import { milliseconds, policy, retentionDays, retentionMonths } from "#domain/policy";
import type { OwnAnswer } from "#domain/registers/retention/places";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { refuse } from "../../base/refusal.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { hiddenFrom } from "../../ledger/offers.ts";
import { spokenSql } from "../incidents/gives/for-review.ts";
import { inBrowsers } from "./own-browsers.ts";
import { backupsIn, exportsSince, packsSince } from "./places.ts";
import { readerOf } from "./reader.ts";

const families: Readonly<Record<string, string>> = {
  record: "Views of records in the log",
  mail: "Mail in the log",
  browser: "What browsers tell of themselves, in the log",
  auth: "Sign-ins, in the log",
  log: "Who read the log, in the log",
};

/** `GET /retention-own?on`: what Chaperone holds itself, and what of it would be gone by a day. Nothing is done. */
export function own(e: pb.RequestEvent): void {
  const person = readerOf(e, ["manager", "dpo", "auditor"]);
  const hidden = JSON.stringify(hiddenFrom(e.app, person));
  const time = clinicTime(e.app);
  const { on = time.date(nowMs()) } = e.requestInfo().query;
  if (!/^\d{4}-\d\d-\d\d$/.test(on) || !isRealDay(on))
    refuse("on", "invalid_format", "There is no such day.");
  const until = Date.parse(time.bounds(on, on).to);
  const answer: OwnAnswer = {
    on,
    parts: [
      ...Object.keys(retentionDays).map((family) => familyPart(e.app, family, until, hidden)),
      ...kept(e.app),
      ...inBrowsers(e.app, until),
    ],
    backups: backupsIn(e.app).map((name) => ({ name, gone: goneOf(name) })),
    exports: exportsSince(e.app, 0),
    packs: packsSince(e.app, 0),
  };
  e.json(200, answer);
}

/** @param hidden - Traces that the reader is not shown, as JSON: their events are taken off the count. */
function familyPart(
  app: pb.App,
  family: string,
  untilMs: number,
  hidden: string,
): OwnAnswer["parts"][number] {
  const span = retentionDays[family];
  const before = new Date(untilMs - (span ? milliseconds(span) : 0)).toISOString();
  const kinds = { from: `${family}.`, to: `${family}/`, before, hidden };
  const where = "kind >= {:from} AND kind < {:to} AND orderedBy = 0";
  const select = `SELECT (SELECT count(*) FROM events WHERE ${where})
       - (SELECT count(*) FROM events WHERE trace <> '' AND trace IN (SELECT value FROM json_each({:hidden})) AND ${where}) AS held,
     (SELECT count(*) FROM events INDEXED BY idx_events_live WHERE ${where} AND receivedAt < {:before}) AS goes`;
  const [held = 0, goes = 0] = (rowsOf(app, ["held", "goes"], select, kinds)[0] ?? []).map(Number);
  return {
    what: families[family] ?? family,
    rule: `${retentionMonths(family)} months from when it arrived`,
    held,
    goes,
    how: "by tombstone: its place in the chain stays, what it held is overwritten",
  };
}

/** What stays with its register: no day of it is set. Of cases those that everybody here may know of. */
function kept(app: pb.App): OwnAnswer["parts"] {
  const n = (table: string, where = "TRUE") =>
    Number(rowsOf(app, ["n"], `SELECT count(*) AS n FROM ${table} WHERE ${where}`)[0]?.[0] ?? 0);
  const ofSpoken = `breach IN (SELECT id FROM breaches WHERE ${spokenSql})`;
  const rule = "kept with the register; how long is to be checked before use";
  return [
    {
      what: "Incidents, without confidential ones and those about staff",
      rule,
      held: n("breaches", spokenSql),
      goes: 0,
      how: "not by itself",
    },
    {
      what: "Files of evidence",
      rule: "with their incident",
      held: n("breach_evidence", ofSpoken),
      goes: 0,
      how: "not by itself",
    },
    {
      what: "Frozen reports",
      rule: "with their incident",
      held: n("breach_reports", ofSpoken),
      goes: 0,
      how: "not by itself",
    },
    {
      what: "Records listed for retention",
      rule: "reference, class and month, until a later list; a certificate for good",
      held: n("retention_rows"),
      goes: 0,
      how: "not by itself",
    },
    {
      what: "Drafts of the clinic’s policy",
      rule: "until it is in force or withdrawn",
      held: n("policy_versions", "state IN ('arriving', 'draft')"),
      goes: 0,
      how: "not by itself",
    },
    {
      what: "Lists that were begun and not finished",
      rule: "until the same person begins another",
      held: n("retention_begun"),
      goes: n("retention_begun"),
      how: "deleted",
    },
  ];
}

const nightly = /^@auto_pb_backup_.*?(\d{4})(\d\d)(\d\d)\d{6}\.zip$/;

/** Civil date on which a nightly backup is deleted; '' of one that was made by hand, which stays until somebody deletes it. */
function goneOf(name: string): string {
  const [, year, month, day] = nightly.exec(name) ?? [];
  if (!year) return "";
  const made = Date.parse(`${year}-${month}-${day}T12:00:00.000Z`);
  return new Date(made + milliseconds(policy.nightlyBackupsKept)).toISOString().slice(0, 10);
}
