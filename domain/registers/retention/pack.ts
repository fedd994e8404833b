import { type CsvValue, csvOf } from "../../base/csv.ts";
import { rowClasses } from "./due.ts";
import { certificateName } from "./places.ts";
import { keepReasons } from "./state.ts";

export interface PackDestroyed {
  readonly number: number;
  readonly system: string;
  readonly recordRef: string;
  readonly rowClass: string;
  readonly starts: string;
  readonly appraisedBy: string;
  readonly found: string;
  readonly askedBy: string;
  readonly second: string;
  readonly doneOn: string;
  readonly doneHow: string;
  readonly doneBeside: string;
  readonly certificateHash: string;
}

const classOf = (rowClass: string): string =>
  (rowClasses as Readonly<Record<string, string>>)[rowClass] ?? rowClass;

/** What was destroyed, by certificate. */
export const destroyedCsv = (rows: readonly PackDestroyed[]): string =>
  csvOf([
    [
      "Certificate",
      "System",
      "Record",
      "Class",
      "Due from",
      "Found",
      "Appraised by",
      "Asked by",
      "Agreed by",
    ].concat(["Destroyed on", "How", "Beside", "SHA-256 of the certificate"]),
    ...rows.map((row): CsvValue[] => [
      certificateName(row.number),
      row.system,
      row.recordRef,
      classOf(row.rowClass),
      row.starts,
      row.found,
      row.appraisedBy,
      row.askedBy,
      row.second,
      row.doneOn,
      row.doneHow,
      row.doneBeside,
      row.certificateHash,
    ]),
  ]);

export interface PackKept {
  readonly system: string;
  readonly recordRef: string;
  readonly rowClass: string;
  readonly month: string;
  readonly starts: string;
  readonly keptWhy: string;
  readonly keptReason: string;
  readonly keptBy: string;
}

/** What is kept beyond its time, and why. */
export const keptCsv = (rows: readonly PackKept[]): string =>
  csvOf([
    ["System", "Record", "Class", "Was due from", "Kept until", "Ground", "Why", "By"],
    ...rows.map((row): CsvValue[] => [
      row.system,
      row.recordRef,
      classOf(row.rowClass),
      row.month,
      row.starts,
      (keepReasons as Readonly<Record<string, string>>)[row.keptWhy] ?? "",
      row.keptReason,
      row.keptBy,
    ]),
  ]);
