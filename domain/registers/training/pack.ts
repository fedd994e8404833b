import { csvOf } from "../../base/csv.ts";
import { type EvidenceKind, evidenceSays } from "./completions.ts";
import type { Cell } from "./compliance.ts";
import { usualTraining } from "./training.ts";

/** A completion as it was entered, with names. */
export interface PackTraining {
  readonly id: string;
  readonly person: string;
  readonly course: string;
  readonly what: string;
  readonly completedOn: string;
  readonly evidence: EvidenceKind;
  /** Name of the paired browser in which a lesson was taken; '' of all else. */
  readonly browser: string;
  readonly score: number;
  readonly outOf: number;
  readonly assessor: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly corrects: string;
  readonly reason: string;
  /** Its import was undone. */
  readonly undone: number;
}

/** Each completion with what became of it: it counts, or another stands in its place. */
export function trainingCsv(training: readonly PackTraining[]): string {
  const mended = new Set(training.filter(({ undone }) => !undone).map(({ corrects }) => corrects));
  const state = ({ id, completedOn, undone }: PackTraining) =>
    undone
      ? "its import was undone"
      : mended.has(id)
        ? "corrected by a later entry"
        : completedOn === ""
          ? "taken back"
          : "counts";
  return csvOf([
    [
      ...["Person", "Course", "Training", "Completed on", "State", "Evidence", "Right answers", "Seen by"],
      ...["Entered by", "Entered (UTC)", "Why corrected"],
    ],
    ...training.map((entry) => [
      entry.person,
      entry.course,
      entry.what || (entry.course === usualTraining ? usualTraining : ""),
      entry.completedOn,
      state(entry),
      evidenceSays(entry.evidence, entry.browser),
      entry.outOf === 0 ? "" : `${entry.score} of ${entry.outOf}`,
      entry.assessor,
      entry.enteredBy,
      entry.enteredAt,
      entry.reason,
    ]),
  ]);
}

/** How a cell of the matrix is called. */
export const cellWords: Readonly<Record<Cell["state"], string>> = {
  away: "not here",
  "not-needed": "not needed",
  valid: "in date",
  ending: "in date, ends soon",
  grace: "has begun",
  back: "back from leave",
  leave: "on leave",
  late: "not in date",
};

/** The matrix of a day as a table: two columns a course, how it stands and the last day that it counts. */
export const matrixCsv = (
  on: string,
  courses: readonly { readonly name: string }[],
  people: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
): string =>
  csvOf([
    ["Training as of", on],
    ["Person", ...courses.flatMap(({ name }) => [name, `${name}: counts until`])],
    ...people.map(({ name, cells }) => [
      name,
      ...cells.flatMap(({ state, until }) => [cellWords[state], until]),
    ]),
  ]);
