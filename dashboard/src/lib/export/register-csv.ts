import { csvOf } from "#domain/base/csv";
import { dateAt, type OffsetAt } from "#domain/base/local-time";
import { shortMoment } from "#domain/base/local-words";
import { dataRegulatorOn } from "#domain/law/regulators";
import type { BreachRegister, BreachRegisterRow } from "#domain/registers/incidents/register-row";
import {
  adviceWords,
  causeInWords,
  icoDecisionWords,
  incidentName,
  inWords,
  latenessWords,
  peopleDecisionWords,
  standsAs,
  verdictWords,
} from "#domain/registers/incidents/words";
import { offsetIn } from "#lib/format/offset-at.ts";
import { registerScreened } from "./papers/breach-register-paper.ts";
import { lateBecause } from "./papers/register-facts.ts";

type Cell = (row: BreachRegisterRow, at: (instant: string | null) => string) => string;

const count = (n: number | null): string => (n === null ? "" : String(n));

/** The columns of the register (UK GDPR Art 33(5)): the facts, the effects, what was decided and done, and when. */
const columnsOf = (short: string): readonly (readonly [name: string, cell: Cell])[] => [
  ["Incident", (row) => incidentName(row.number)],
  ["Title", (row) => row.title],
  ["State", (row) => standsAs(row.state, row.verdict.is)],
  ["Confidential", (row) => (row.confidential ? "Yes" : "")],
  ["Type", (row) => row.types.join("; ")],
  ["Happened", (row, at) => at(row.occurred)],
  ["Detected", (row, at) => at(row.detected)],
  ["Aware", (row, at) => at(row.aware)],
  ["The facts", (row) => row.facts],
  ["Its effects", (row) => row.effects],
  ["What was done", (row) => row.remedy],
  ["Cause", causeInWords],
  ["People", (row) => count(row.people)],
  ["Records", (row) => count(row.records)],
  ["Found to be", (row) => inWords(verdictWords, row.verdict.is)],
  ["Why found so", (row) => row.verdict.reason],
  ["Found by", (row) => row.verdict.by],
  ["Found at", (row, at) => at(row.verdict.at)],
  ["The lead advised", (row) => inWords(adviceWords(short), row.advice.is)],
  ["Why advised so", (row) => row.advice.reason],
  ["Advised by", (row) => row.advice.by],
  ["Advised at", (row, at) => at(row.advice.at)],
  [`Controller, on the ${short}`, (row) => inWords(icoDecisionWords(short), row.decision.ico)],
  ["Controller, on the people", (row) => begun(inWords(peopleDecisionWords, row.decision.people))],
  ["Why decided so", (row) => row.decision.reason],
  ["Decided by", (row) => row.decision.by],
  ["Decided at", (row, at) => at(row.decision.at)],
  ["The 72 hours end", (row, at) => at(row.icoDue)],
  [`Sent to the ${short}`, (row, at) => at(row.icoSent)],
  [`Reference of the ${short}`, (row) => row.icoReference],
  ["In time or late", (row) => latenessWords[row.lateness]],
  ["Why late", (row) => lateBecause(row).replace(/^Why: /, "")],
  ["People to be told", (row) => String(row.toBeTold)],
  ["Of them told", (row) => String(row.told)],
  ["Last of them told", (row, at) => at(row.peopleTold)],
  ["Report version", (row) => (row.report.version === 0 ? "" : String(row.report.version))],
  ["Read by", (row) => (row.report.version === 0 ? "" : row.report.readBy || "Not recorded")],
  ["Read at", (row, at) => at(row.report.readAt)],
  ["Closed", (row, at) => at(row.closed)],
  ["Closed by", (row) => row.closedBy],
  ["Said at its end", (row) => row.ending],
];

const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The register of all breaches as a table for a spreadsheet; above it what it is, and as of when. */
export function registerCsv({ clinic, timeZone, asOf, rows }: BreachRegister): string {
  const offsetAt: OffsetAt = offsetIn(timeZone);
  const at = (instant: string | null) => (instant === null ? "" : shortMoment(instant, offsetAt));
  const columns = columnsOf(dataRegulatorOn(dateAt(Date.parse(asOf), offsetAt)).short);
  return csvOf([
    ["Register of personal data breaches", clinic],
    ["As of", at(asOf), timeZone],
    [registerScreened],
    columns.map(([name]) => name),
    ...rows.map((row) => columns.map(([, cell]) => cell(row, at))),
  ]);
}
