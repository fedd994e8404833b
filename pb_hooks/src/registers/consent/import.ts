import { isRealDay } from "#domain/base/civil-date";
import { type PurposeKey, purposeKeys, purposeOf } from "#domain/law/sharing-purposes";
import { isReferenceOf } from "#domain/ledger/given/unfit";
import { decisionProblem, purposesAt, type SaidHow, saidHow } from "#domain/registers/consent/consent";
import type { RowFault } from "#domain/registers/imports/import";
import { isPatientNumber, namedIn } from "#domain/registers/screened";
import { nowMs } from "../../base/clock.ts";
import { rowsOf } from "../../base/database.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import { answersOf } from "../../clinic/four-answers.ts";
import type { ImportTarget, Looked } from "../../imports/target.ts";

/** Decisions from a list of the clinical system: system, reference, purpose, yes or no, how, from, wording. */
export const consentTarget: ImportTarget = {
  register: "consents",
  columns: 7,
  look,
  written: (
    [system = "", recordRef = "", purpose = "", decision = "", how = "", from = "", wording = ""],
    { id },
    at,
  ) => ({
    ...{ system, recordRef, purpose, decision, how, from, wording },
    ...{ takenBy: id, evidence: "", until: "", effect: "", effectBy: "", by: id, at, version: 1 },
  }),
  isWorkedOn: (tx, imported) =>
    rowsOf(tx, ["id"], "SELECT id FROM consents WHERE imported = {:imported} AND version > 1 LIMIT 1", {
      imported,
    }).length > 0,
};

function look(app: pb.App, rows: readonly (readonly string[])[]): Looked {
  const faultOf = faultsBy(app);
  const all = "SELECT c.system AS system, c.recordRef AS recordRef, c.purpose AS purpose FROM consents c";
  const seen = new Set(
    rowsOf(app, ["system", "recordRef", "purpose"], all).map((row) => row.map(String).join("\n")),
  );
  const faults: RowFault[] = [];
  const known = new Set<number>();
  rows.forEach((cells, row) => {
    const says = faultOf(cells);
    if (says !== "") faults.push({ row, says });
    const key = cells.slice(0, 3).join("\n");
    if (seen.has(key)) known.add(row);
    seen.add(key);
  });
  return { faults, known };
}

function faultsBy(app: pb.App) {
  const answers = answersOf(app);
  const open = answers ? purposesAt(answers) : [];
  const today = clinicTime(app).date(nowMs());
  return (cells: readonly string[]): string => {
    const [system = "", reference = "", purpose = "", decision = "", how = "", from = "", wording = ""] =
      cells;
    if (isPatientNumber(reference) || !isReferenceOf(system, reference))
      return "This is no reference of a record in that system.";
    if (!(purposeKeys as readonly string[]).includes(purpose)) return "There is no such purpose.";
    if (purposeOf(purpose as PurposeKey).can === "mark") return "Marks are set one by one.";
    if (decision !== "yes" && decision !== "no") return "A decision is yes or no.";
    if (!Object.hasOwn(saidHow, how)) return "This is no way in which it was said.";
    if (!isRealDay(from)) return "There is no such day.";
    if (wording.length > 40 || namedIn(wording).length > 0)
      return "The wording is too long, or names a patient.";
    const facts = { purpose: purpose as PurposeKey, decision, how: how as SaidHow, from, until: "" } as const;
    return decisionProblem({ ...facts, effect: "", effectBy: "" }, open, today)?.says ?? "";
  };
}
