import { policy } from "#domain/policy";
import { type TemplateKey, templates } from "#domain/registers/audits/templates";
import { now, nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { newId } from "../../base/new-id.ts";
import { listIn, newRecord, writeRow } from "../../base/rows.ts";
import { stored } from "../../base/time.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { saveFor } from "../../ledger/chain/register-hook.ts";
import { sealRows } from "../../ledger/chain/row-baseline.ts";

/**
 * Opens a round with its tick list as of now: of an audit by person a line for everybody who works here and for who left
 * in the year before, then the template's lines or the clinic's own. One event seals all lines.
 */
export function beginRound(tx: pb.App, audit: pb.Record, by: string): void {
  const template = audit.getString("template") as TemplateKey;
  const round = newRecord(tx, "audit_rounds", {
    id: newId(),
    audit: audit.id,
    number: numberAfter(tx, audit.id),
    plannedOn: audit.getString("nextOn"),
    begunOn: clinicTime(tx).date(nowMs()),
    state: "open",
    by,
    at: stored(now()),
    version: 1,
  });
  saveFor(tx, round, { user: by });
  const people = templates[template].people ? peopleFor(tx) : [];
  const things = template === "own" ? listIn<string>(audit, "questions") : templates[template].lines;
  const lines = [...people, ...things.map((text) => ({ about: "", text }))].map((line, position) => ({
    ...line,
    id: newId(),
    round: round.id,
    position,
    version: 1,
  }));
  for (const line of lines) writeRow(tx, newRecord(tx, "audit_lines", line));
  const rows = lines
    .map(({ id }) => ({ collection: "audit_lines", id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  sealRows(tx, "audit-begin", rows);
}

const numberAfter = (tx: pb.App, audit: string): number =>
  Number(
    rowsOf(tx, ["n"], "SELECT coalesce(max(number), 0) + 1 AS n FROM audit_rounds WHERE audit = {:audit}", {
      audit,
    })[0]?.[0],
  );

/** Everybody who works here, and who left within the year before, whom a list of users may still hold. */
function peopleFor(tx: pb.App): { about: string; text: string }[] {
  const since = stored(new Date(nowMs() - policy.auditLeaversFor.amount * 86_400_000).toISOString());
  const select = `SELECT id, name, active FROM users WHERE role <> 'auditor' AND (active = TRUE OR updated >= {:since})
    ORDER BY active DESC, name COLLATE NOCASE, id`;
  return rowsOf(tx, ["id", "name", "active"], select, { since }).map(([id, name, active]) => ({
    about: String(id),
    text: Number(active) === 1 ? String(name) : `${name}, has left`,
  }));
}
