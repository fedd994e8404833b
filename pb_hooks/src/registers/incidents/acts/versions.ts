import { canonicalJson } from "#domain/base/canonical-json";
import { isBefore } from "#domain/registers/incidents/clock";
import { readingOf } from "#domain/registers/incidents/reading";
import { type IncidentReport, writtenTexts } from "#domain/registers/incidents/report";
import { namedInTexts, sayNamed } from "#domain/registers/screened";
import { Conflict } from "../../../acts/row.ts";
import { msIn, setInstant } from "../../../base/instants.ts";
import { newId } from "../../../base/new-id.ts";
import { refuse } from "../../../base/refusal.ts";
import { newRecord } from "../../../base/rows.ts";
import { stored } from "../../../base/time.ts";
import { requirePast } from "../../../clinic/past.ts";
import { saveAct } from "../../../ledger/chain/register-hook.ts";
import { nameOf } from "../../../people/names.ts";
import { actorIn, type Case } from "../incident.ts";
import { tell } from "../timeline.ts";
import { snapshotOf } from "../versions/snapshot.ts";
import { onCase } from "./on-case.ts";

/** Versions of a report: made once, then never changed. */
export const versionActs = onCase({
  "breaches.version": (one, data) => {
    const { tx, breach, actor } = one;
    const report = readBy(one, snapshotOf(tx, breach), data.read);
    const snapshot = canonicalJson(report);
    const hash = $security.sha256(snapshot);
    const row = newRecord(tx, "breach_reports", {
      id: newId(),
      breach: breach.id,
      number: report.version,
      snapshot,
      hash,
      ledgerSeq: report.ledgerSeq,
      madeBy: actor.id,
      madeAt: stored(report.madeAt),
    });
    // The event holds the hash, so that the ledger proves the version.
    saveAct(tx, row, "version", actorIn(breach, actor.id), hash);
    tell(tx, breach.id, { kind: "system", what: "version", by: actor.id });
    return { id: row.id, version: breach.getInt("version"), number: report.version, hash };
  },

  "breaches.sent": (one, data) => {
    const { tx, breach, actor } = one;
    requirePast(tx, "data.at", data.at);
    const [row] = tx.findRecordsByFilter("breach_reports", "breach = {:id} && number = {:number}", "", 1, 0, {
      id: breach.id,
      number: data.version,
    });
    if (!row) refuse("data.version", "unknown", "There is no such version.");
    if (isBefore(Date.parse(data.at), msIn(row, "madeAt") ?? 0)) {
      refuse("data.at", "wrong-order", "This version was made later than that.");
    }
    if (row.getString("sentAt") !== "") refuse("data.version", "known", "This version was sent already.");
    setInstant(row, "sentAt", data.at);
    saveAct(tx, row, "sent", actorIn(breach, actor.id));
    tell(tx, breach.id, { kind: "notice", what: "sent", at: data.at, by: actor.id });
    return { id: row.id, version: breach.getInt("version"), number: data.version };
  },
});

/**
 * The report with who read it, and when.
 *
 * @throws {BadRequestError} Where it names a patient. @throws {Conflict} If what was read is not what it says now.
 */
function readBy({ tx, breach, actor, seen }: Case, draft: IncidentReport, read: string): IncidentReport {
  requireNobodyNamed(draft);
  if ($security.sha256(readingOf(draft)) !== read) throw new Conflict(breach, seen);
  return { ...draft, read: { by: nameOf(tx, actor.id), at: draft.madeAt, sha256: read } };
}

/** @throws {BadRequestError} With each field that names a patient and the place in it. */
function requireNobodyNamed(report: IncidentReport): void {
  const told: { [field: string]: ValidationError } = {};
  for (const { path, found } of namedInTexts(writtenTexts(report)))
    told[path] = new ValidationError("names-a-patient", sayNamed(found));
  if (Object.keys(told).length > 0)
    throw new BadRequestError("A patient is named here. Mend it first.", told);
}
