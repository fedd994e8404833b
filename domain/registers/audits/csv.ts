import type { CsvValue } from "../../base/csv.ts";
import type { Audit, Line, Round } from "./audit.ts";
import { type SampleItem, sampleResultWords } from "./sample.ts";
import { answersOf, type TemplateKey, templates } from "./templates.ts";

export const everyWords = (every: number): string =>
  every === 0 ? "once" : every === 1 ? "every month" : every === 12 ? "every year" : `every ${every} months`;

export const auditColumns = [
  "Audit",
  "Of what",
  "How often",
  "Owner",
  "Next",
  "State",
  "Why it ended",
] as const;
export const auditCells = (one: Audit, owner: string, today: string): CsvValue[] => [
  one.title,
  one.subject,
  everyWords(one.every),
  owner,
  one.nextOn,
  stateWords(one, today),
  one.retiredWhy,
];

function stateWords({ state, nextOn }: Audit, today: string): string {
  if (state === "retired") return "no longer in the programme";
  return nextOn !== "" && nextOn < today ? "late" : nextOn === "" ? "done" : "planned";
}

export const roundColumns = [
  "Audit",
  "Round",
  "Planned",
  "Begun",
  "Closed",
  "Closed by",
  "Findings",
  "Not looked at",
  "Conclusion",
  "Evidence",
] as const;
export const roundCells = (round: Round, title: string, closedBy: string): CsvValue[] => [
  title,
  round.number,
  round.plannedOn,
  round.begunOn,
  round.closedOn,
  closedBy,
  round.found,
  round.missed,
  round.conclusion,
  round.evidence,
];

export const lineColumns = [
  "Audit",
  "Round",
  "Line",
  "Answer",
  "Found",
  "Looked at by",
  "Looked at (UTC)",
] as const;

/** @param line.text - With the name of whom it is about. */
export const lineCells = (
  line: Line,
  {
    title,
    number,
    template,
  }: { readonly title: string; readonly number: number; readonly template: TemplateKey },
  by: string,
): CsvValue[] => [title, number, line.text, answerWords(template, line), line.note, by, line.lookedAt];

/** What a line was answered, in words. */
export function answerWords(
  template: TemplateKey,
  { about, answer }: Pick<Line, "about" | "answer">,
): string {
  if (answer === "") return "not looked at";
  return answersOf(template, about !== "").find(({ key }) => key === answer)?.words ?? answer;
}

export const sampleColumns = [
  "Week of",
  "When (UTC)",
  "What",
  "Person",
  "Result",
  "Found",
  "Looked at by",
] as const;

/** Without a record's reference: the log holds it. */
export const sampleCells = (
  weekOf: string,
  item: Pick<SampleItem, "occurredAt" | "kind" | "result" | "note">,
  person: string,
  by: string,
): CsvValue[] => [
  weekOf,
  item.occurredAt,
  item.kind,
  person,
  item.result === "" ? "not looked at" : sampleResultWords[item.result],
  item.note,
  by,
];

/** What an audit is called: its title, and of what. */
export const auditName = ({ title, subject }: Pick<Audit, "title" | "subject">): string =>
  subject === "" ? title : `${title} (${subject})`;

export const howOf = (template: TemplateKey): string => templates[template].how;
