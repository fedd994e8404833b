import { csvOf } from "#domain/base/csv";
import { longMoment } from "#domain/base/local-words";
import { regulatorOf } from "#domain/registers/incidents/law/then";
import { screenedInWords } from "#domain/registers/incidents/reading";
import type { IncidentReport } from "#domain/registers/incidents/report";
import { incidentName } from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import { entryInWords } from "./papers/breach-paper.ts";

/** A version's timeline as a table for a spreadsheet: each instant in UTC and on the clinic's clocks. */
export function timelineCsv(report: IncidentReport, hash: string): string {
  const { clinic, number, version, madeAt, timeline } = report;
  const { short } = regulatorOf(report);
  const offsetAt = offsetIn(clinic.timeZone);
  return csvOf([
    [`${incidentName(number)}, version ${version}`, clinic.name],
    ["As of", madeAt],
    ["SHA-256 of the report's JSON", hash],
    [screenedInWords(report.read, offsetAt)],
    ["UTC", clinic.timeZone, "What"],
    ...timeline.map((entry) => [entry.at, longMoment(entry.at, offsetAt), entryInWords(entry, short)]),
  ]);
}
