import { policy } from "#domain/policy";
import { type TrainingAnswer, windowStates } from "#domain/registers/training/answer";
import type { Bars } from "#lib/charts/bars.ts";
import { begins, listed } from "#lib/format/sentence.ts";
import { queryOf } from "./filters.ts";

const [first = 30, second = 60, third = 90] = policy.trainingRunsOut.amounts;

/** The windows, the nearest first, as columns name them. */
export const windowNames = [
  `in ${first} days`,
  `in ${first + 1} to ${second}`,
  `in ${second + 1} to ${third}`,
] as const;
const looks = ["amber", "accent", "pale"] as const;

/** Courses of which something ends, with how many. */
const ending = ({ courses }: TrainingAnswer) =>
  courses.filter(({ runsOut }) => runsOut.some((count) => count > 0));

/** "3 trainings end within 30 days of 30 November, most of them in Confidentiality; 5 more within 90." */
export function runsOutSentence(matrix: TrainingAnswer): string {
  const sums = windowNames.map((_, i) =>
    matrix.courses.reduce((sum, { runsOut }) => sum + (runsOut[i] ?? 0), 0),
  );
  const [soon = 0, ...later] = sums;
  const rest = later.reduce((sum, count) => sum + count, 0);
  if (soon + rest === 0) return `Nothing runs out within ${third} days.`;
  const which = ending(matrix)
    .filter(({ runsOut }) => (runsOut[0] ?? 0) > 0)
    .map(({ name }) => name);
  const where = which.length > 0 && which.length < 4 ? ` (${listed(which)})` : "";
  const begin =
    soon === 0
      ? `Nothing runs out within ${first} days`
      : `${begins(soon, "training runs", "trainings run")} out within ${first} days${where}`;
  return `${begin}; ${rest === 0 ? "none" : rest} after that within ${third}.`;
}

export const runsOutBars = (matrix: TrainingAnswer): Bars => ({
  labels: ending(matrix).map(({ name }) => name),
  series: windowNames.map((name, i) => ({
    name,
    look: looks[i] ?? "pale",
    values: ending(matrix).map(({ runsOut }) => runsOut[i] ?? 0),
  })),
  stacked: true,
  across: true,
});

/** Lines of the table: a course, and its counts, each with the address of the people whom it counts. */
export const runsOutLines = (matrix: TrainingAnswer) =>
  ending(matrix).map(({ id, name, runsOut }) => ({
    id,
    name,
    cells: runsOut.map((count, i) => ({
      count,
      href: `/training${queryOf({ on: matrix.on === matrix.today ? "" : matrix.on, state: windowStates[i] ?? "", course: id })}`,
    })),
  }));
