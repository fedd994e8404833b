import type { TrainingAnswer } from "#domain/registers/training/answer";
import { standingWords } from "#domain/registers/training/compliance";
import { cellWords } from "#domain/registers/training/pack";
import type { Block, Paper } from "#lib/export/paper.ts";
import { dayInWords } from "#lib/format/time.ts";
import { matrixSentence } from "./words.ts";

/** What stands under a person: courses that are asked, by how they stand. */
function lineOf(
  { name, onLeave, cells }: TrainingAnswer["people"][number],
  courses: TrainingAnswer["courses"],
): readonly string[] {
  const says = cells.flatMap(({ state, until }, i) => {
    if (state === "not-needed" || state === "away") return [];
    const end = until === "" ? "" : `, ${state === "late" ? "ended" : "until"} ${dayInWords(until)}`;
    return [`${courses[i]?.name ?? ""}: ${cellWords[state]}${end}`];
  });
  return [onLeave ? `${name} (on leave)` : name, says.join("\n") || "nothing is asked"];
}

/**
 * Who was trained on a day, for whoever inspects: the courses with their sums, then each person with the last day that
 * each training counts.
 *
 * @param matrix - Of all its pages.
 * @param madeAtMs - The moment that the paper says it was made, in milliseconds.
 */
export function matrixPaper(clinic: string, matrix: TrainingAnswer, madeAtMs: number): Paper {
  const { courses, people, target } = matrix;
  const day = dayInWords(matrix.on);
  const aim: Block[] =
    target && target.percent > 0
      ? [{ is: "paragraph", text: `The clinic’s own target: ${target.percent} %. Source: ${target.source}.` }]
      : [];
  return {
    title: `Training as of ${day}`,
    subject: `Training as of ${matrix.on}`,
    author: clinic,
    madeAtMs,
    foot: [`${clinic} \u00b7 Training as of ${day}`, "From the clinic’s register, as it was entered there"],
    blocks: [
      { is: "paragraph", text: clinic, look: "strong" },
      { is: "paragraph", text: matrixSentence(matrix) },
      ...aim,
      { is: "heading", level: 2, text: "Courses" },
      {
        is: "table",
        head: ["Course", "In date", "Late", "Just begun"],
        shares: [5, 4, 1.5, 1.5],
        rows: courses.map((course) => [
          course.name,
          course.of === 0 ? "asked of nobody" : standingWords(course),
          String(course.late),
          String(course.grace),
        ]),
      },
      { is: "heading", level: 2, text: "People" },
      {
        is: "table",
        head: ["Person", "How they stand"],
        shares: [3, 9],
        rows: people.map((person) => lineOf(person, courses)),
      },
    ],
  };
}
