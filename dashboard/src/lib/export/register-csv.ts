import { csvOf } from "#domain/base/csv";
import { dateAt, type OffsetAt } from "#domain/base/local-time";
import { shortMoment } from "#domain/base/local-words";
import { dataRegulatorOn } from "#domain/law/regulators";
import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import { causeWords, incidentName, stateWords } from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";

type Cell = (row: BreachRegisterRow, at: (instant: string | null) => string) => string;

const count = (n: number | null): string => (n === null ? "" : String(n));

/** The columns of the register (UK GDPR Art 33(5)): the facts, the effects, what was done, and when. */
const columnsOf = (short: string): readonly (readonly [name: string, cell: Cell])[] => [
  ["Incident", (row) => incidentName(row.number)],
  ["Title", (row) => row.title],
  ["State", (row) => stateWords[row.state]],
  ["Type", (row) => row.types.join("; ")],
  ["Happened", (row, at) => at(row.occurred)],
  ["Detected", (row, at) => at(row.detected)],
  ["Aware", (row, at) => at(row.aware)],
  ["The facts", (row) => row.facts],
  ["Its effects", (row) => row.effects],
  ["What was done", (row) => row.remedy],
  ["Cause", (row) => causeWords[row.cause]],
  ["People", (row) => count(row.people)],
  ["Records", (row) => count(row.records)],
  [`Sent to the ${short}`, (row, at) => at(row.icoSent)],
  [`Reference of the ${short}`, (row) => row.icoReference],
  ["People told", (row, at) => at(row.peopleTold)],
  ["Reason", (row) => row.reason],
  ["Decided by", (row) => row.decidedBy],
  ["Closed", (row, at) => at(row.closed)],
];

/** The register of all breaches as a table for a spreadsheet; above it what it is, and as of when. */
export function registerCsv({ clinic, timeZone, asOf, rows }: BreachRegister): string {
  const offsetAt: OffsetAt = offsetIn(timeZone);
  const at = (instant: string | null) => (instant === null ? "" : shortMoment(instant, offsetAt));
  const columns = columnsOf(dataRegulatorOn(dateAt(Date.parse(asOf), offsetAt)).short);
  return csvOf([
    ["Register of personal data breaches", clinic],
    ["As of", at(asOf), timeZone],
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, cell]) => cell(row, at))),
  ]);
}
