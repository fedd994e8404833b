import { csvOf } from "../../base/csv.ts";
import { usualTraining } from "./training.ts";

/** A completion as it was entered, with names. */
export interface PackTraining {
  readonly id: string;
  readonly person: string;
  readonly what: string;
  readonly completedOn: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly corrects: string;
  readonly reason: string;
}

/** Each entry with what became of it: it counts, or another stands in its place. */
export function trainingCsv(training: readonly PackTraining[]): string {
  const mended = new Set(training.map(({ corrects }) => corrects));
  const state = ({ id, completedOn }: PackTraining) =>
    mended.has(id) ? "corrected by a later entry" : completedOn === "" ? "taken back" : "counts";
  return csvOf([
    ["Person", "Training", "Completed on", "State", "Entered by", "Entered (UTC)", "Why corrected"],
    ...training.map((entry) => [
      entry.person,
      entry.what || usualTraining,
      entry.completedOn,
      state(entry),
      entry.enteredBy,
      entry.enteredAt,
      entry.reason,
    ]),
  ]);
}
